import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { type Blobs, MissingBlob } from './blobs.ts';

export type BucketSettings = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket's name stands in the path, not in the host's name. */
  readonly usesPathStyle: boolean;
};

const FOLDER = 'documents/';
/** The smallest part S3 takes, so that little is held in memory. */
const PART_BYTES = 5 * 1024 * 1024;

/** Keeps each blob as an object of a bucket, in any store that speaks S3. */
export function bucketBlobs(settings: BucketSettings): Blobs {
  const { endpoint, bucket: Bucket, region, accessKeyId, secretAccessKey, usesPathStyle } = settings;
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: usesPathStyle,
    // Not every store knows the newer checksums; what is kept proves its own integrity.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    async put(name, sealed) {
      // A store that cannot take back the parts it has would otherwise have the last word about why it has to.
      let failure: unknown;
      const watched = (async function* () {
        try {
          yield* sealed;
        } catch (error) {
          failure = error;
          throw error;
        }
      })();
      const Body = Readable.from(watched, { objectMode: false });
      const params = { Bucket, Key: FOLDER + name, Body, ContentType: 'application/octet-stream' };
      try {
        await new Upload({ client, params, partSize: PART_BYTES, queueSize: 1 }).done();
      } catch (error) {
        throw failure ?? error;
      } finally {
        Body.destroy();
      }
    },
    async get(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: FOLDER + name }));
        if (!(Body instanceof Readable)) throw new Error('the bucket answered without a body');
        return Body;
      } catch (error) {
        throw error instanceof NoSuchKey ? new MissingBlob(name) : error;
      }
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: FOLDER + name }));
    },
    async *list() {
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: FOLDER, ContinuationToken }),
        );
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { name: Key.slice(FOLDER.length), since: LastModified };
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
    },
  };
}

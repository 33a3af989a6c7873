import S3rver from 's3rver';
import type { BucketSettings } from '../../lib/document-store/s3-store.ts';
import { temporaryFolder } from './document-store.ts';

/** A store that speaks S3, on this machine: `const s3 = await startS3Server(); afterAll(s3.close)`. */
export async function startS3Server() {
  const directory = temporaryFolder();
  const bucket = 'recourse';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const settings: BucketSettings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    usesPathStyle: true,
  };
  return { directory, settings, close: () => server.close() };
}

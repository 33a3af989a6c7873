import { StoreFull } from '../document-store/blobs.ts';

/** Why a packet could not be made, in a sentence a person can act on; trying again by itself would end the same way. */
export class PacketFailure extends Error {
  override name = 'PacketFailure';

  static ofPaper(title: string): PacketFailure {
    return new PacketFailure(
      `“${title}” could not be read. Open it on the documents page; upload it again if it does not open there, or leave it out, and assemble the packet again.`,
    );
  }

  static ofChanged(title: string): PacketFailure {
    return new PacketFailure(
      `“${title}” was changed or withdrawn after the packet was asked for. Look through the exhibits and assemble the packet again.`,
    );
  }

  static ofStore(error: unknown): PacketFailure {
    return new PacketFailure(
      error instanceof StoreFull
        ? 'There is no room left where documents are kept, so the packet could not be saved. Tell whoever runs Recourse, and assemble it again when there is room.'
        : 'The packet could not be saved where documents are kept. Try again in a few minutes; if it fails again, tell whoever runs Recourse.',
    );
  }

  static tooLarge(): PacketFailure {
    return new PacketFailure(
      'The packet is too large to be put together at once. Leave out pages the department does not need, such as records the plan has anyway, and assemble it again.',
    );
  }

  static ofRepeated(): PacketFailure {
    return new PacketFailure(
      'The packet was begun several times and never came to its end. Leave out the largest exhibits and assemble it again; if it fails again, tell whoever runs Recourse.',
    );
  }
}

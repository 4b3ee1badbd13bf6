import { createHash } from 'node:crypto';
import type { FetchedPicture } from './fetch-picture';

export interface CachedPicture extends FetchedPicture {
  /** Of the bytes: an HTTP entity tag. */
  etag: string;
  /** `performance.now()` when it was fetched. */
  fetchedAt: number;
}

/** Keeps pictures in memory, up to so many bytes; what was asked for longest ago makes room. */
export class PictureCache {
  private readonly pictures = new Map<string, CachedPicture>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get(id: string): CachedPicture | undefined {
    const found = this.pictures.get(id);
    if (!found) return undefined;
    // A map keeps the order of insertion: this one is the newest again.
    this.pictures.delete(id);
    this.pictures.set(id, found);
    return found;
  }

  put(id: string, picture: FetchedPicture, now: number): CachedPicture {
    const hash = createHash('sha256').update(picture.bytes).digest('base64url');
    const cached = { ...picture, etag: `"${hash}"`, fetchedAt: now };
    this.remove(id);
    this.pictures.set(id, cached);
    this.bytes += cached.bytes.length;
    for (const [oldest] of this.pictures) {
      if (this.bytes <= this.maxBytes) break;
      this.remove(oldest);
    }
    return cached;
  }

  remove(id: string): void {
    this.bytes -= this.pictures.get(id)?.bytes.length ?? 0;
    this.pictures.delete(id);
  }
}

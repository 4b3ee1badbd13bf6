import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config';
import { describeError } from '../http/logging/describe-error';
import { ProblemError } from '../http/errors/problem-error';
import { fetchPicture, NoPictureError } from './fetch-picture';
import { PictureCache } from './picture-cache';
import type { CachedPicture } from './picture-cache';
import { isPictureId, pictureSourceOf } from './picture-source';
import type { PictureSource } from './picture-source';
import { PictureRepository } from './picture.repository';

/** In memory, of each process. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** A picture is fetched again when it is older than this. */
const FRESH_MS = 24 * 60 * 60 * 1000;
/** After a failure its host is left alone for this long. */
const PAUSE_MS = 60_000;
/** Keys of pictures, of each process. */
const MOST_KNOWN = 10_000;

/** Serves the pictures of products that are on other hosts, so that shoppers' browsers visit none of them. */
@Injectable()
export class PictureService {
  private readonly logger = new Logger('Pictures');
  private readonly cache = new PictureCache(CACHE_BYTES);
  private readonly fetching = new Map<string, Promise<CachedPicture>>();
  private readonly failed = new Map<string, { problem: ProblemError; until: number }>();
  private readonly stored = new Set<string>();

  constructor(
    private readonly repository: PictureRepository,
    private readonly config: Config,
  ) {}

  /** From now on these pictures can be asked for by their keys. */
  async remember(sources: PictureSource[]): Promise<void> {
    const fresh = [
      ...new Map(
        sources.filter(({ id }) => !this.stored.has(id)).map((source) => [source.id, source]),
      ).values(),
    ];
    if (fresh.length === 0) return;
    await this.repository.store(fresh);
    if (this.stored.size > MOST_KNOWN) this.stored.clear();
    for (const { id } of fresh) this.stored.add(id);
  }

  /**
   * @param id the key of a picture
   * @throws ProblemError NOT_FOUND for a key that we did not give, and for what is no picture; SERVICE_UNAVAILABLE when
   * its host does not give it now
   */
  async find(id: string): Promise<CachedPicture> {
    if (!isPictureId(id)) throw new ProblemError('NOT_FOUND');
    const known = this.cache.get(id);
    if (known && performance.now() - known.fetchedAt < FRESH_MS) return known;
    const failure = this.failed.get(id);
    if (failure && performance.now() < failure.until) return orThrow(known, failure.problem);
    return this.fetch(id).catch((error: unknown) => orThrow(known, error));
  }

  /** Callers at the same time share one fetching. */
  private fetch(id: string): Promise<CachedPicture> {
    const fetching =
      this.fetching.get(id) ?? this.fetchNow(id).finally(() => this.fetching.delete(id));
    this.fetching.set(id, fetching);
    return fetching;
  }

  private async fetchNow(id: string): Promise<CachedPicture> {
    const url = await this.repository.findUrl(id);
    // A host that has left the list since is not asked any more.
    if (!url || !pictureSourceOf(url, this.config.shop.pictureHosts))
      throw new ProblemError('NOT_FOUND');
    try {
      const picture = await fetchPicture(url, this.config.stripe.apiBase);
      this.failed.delete(id);
      return this.cache.put(id, picture, performance.now());
    } catch (error) {
      throw this.noteFailure(id, error);
    }
  }

  private noteFailure(id: string, error: unknown): ProblemError {
    const isRefused = error instanceof NoPictureError;
    const why = isRefused ? { reason: error.message } : describeError(error);
    this.logger.warn({ ...why, picture: id }, 'picture not fetched');
    const problem = new ProblemError(isRefused ? 'NOT_FOUND' : 'SERVICE_UNAVAILABLE');
    if (this.failed.size >= MOST_KNOWN) this.failed.clear();
    this.failed.set(id, { problem, until: performance.now() + PAUSE_MS });
    return problem;
  }
}

/** A picture that is known is shown even if it cannot be fetched again. */
function orThrow(known: CachedPicture | undefined, error: unknown): CachedPicture {
  if (known) return known;
  throw error;
}

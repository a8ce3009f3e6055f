import { collectCover, type OriginCover } from '@maplebridge/engine/reach/coverage';
import type { StreetPlace } from '@maplebridge/engine/reach/search';
import type { TravelProfile } from '../../streets/streets.types.js';
import type { World } from './world.js';

/** Covers kept at once; a segment of a cover takes 12 bytes. */
const KEPT_BYTES = 96 << 20;

const bytesOf = ({ segments }: OriginCover) => 200 + 12 * segments.length;

/** What places cover, kept while there is room, the longest unused given up first. */
export class CoverStore {
  private readonly covers = new Map<string, OriginCover>();
  private bytes = 0;

  constructor(private readonly world: World) {}

  async coverOf(
    { segment, share }: StreetPlace,
    profile: TravelProfile,
    factor: number,
    seconds: number,
  ): Promise<OriginCover> {
    const key = `${segment} ${share} ${profile} ${factor} ${seconds}`;
    const known = this.covers.get(key);
    if (known) {
      this.covers.delete(key);
      this.covers.set(key, known);
      return known;
    }
    const network = this.world.network(profile, factor);
    const cover = await this.world.withSearch(network, async (search) => {
      search.run([{ segment, share }], seconds);
      return collectCover(search, seconds);
    });
    this.keep(key, cover);
    return cover;
  }

  private keep(key: string, cover: OriginCover): void {
    this.covers.set(key, cover);
    this.bytes += bytesOf(cover);
    for (const [oldest, old] of this.covers) {
      if (this.bytes <= KEPT_BYTES || oldest === key) break;
      this.covers.delete(oldest);
      this.bytes -= bytesOf(old);
    }
  }
}

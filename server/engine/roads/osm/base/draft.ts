import type { OsmTags } from '../visitor.js';

export type BaseLayer =
  'street' | 'water' | 'waterway' | 'green' | 'landuse' | 'building' | 'railway' | 'place';

/** What the tags of an object say it is on the base map, before its geometry is known. */
export interface Draft {
  readonly layer: BaseLayer;
  readonly kind: string;
  readonly as: 'line' | 'area' | 'point';
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly ref: string | null;
  readonly bridge: boolean;
  readonly tunnel: boolean;
  readonly oneway: boolean;
  /** A one-way line drawn against its direction of travel. */
  readonly reverse: boolean;
  /** Importance within the layer, 1 first. */
  readonly rank: number;
  /** The first tile zoom that shows it; areas wait longer when they are small. */
  readonly minZoom: number;
}

/** The parts of a draft that every layer takes from the same tags. */
export function draft(
  tags: OsmTags,
  own: Pick<Draft, 'layer' | 'kind' | 'as' | 'rank' | 'minZoom'> & Partial<Draft>,
): Draft {
  return {
    name: localName(tags),
    nameEn: text(tags['name:en']) ?? text(tags.int_name),
    ref: text(tags.ref),
    bridge: isSet(tags.bridge),
    tunnel: isSet(tags.tunnel),
    oneway: false,
    reverse: false,
    ...own,
  };
}

/** A tag that is there and does not say no. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== 'no' && value !== 'false' && value !== '0';
}

const HAN = /\p{Script=Han}/u;

/**
 * The name people read on the spot. Where it mixes scripts (港澳, 内蒙古: "中環 Central") and a
 * purely Chinese name is given, that one; where there is none, the Chinese name.
 */
function localName(tags: OsmTags): string | null {
  const chinese = text(tags['name:zh-Hans']) ?? text(tags['name:zh']);
  const local = text(tags.name);
  return local && !(chinese && HAN.test(local)) ? local : chinese;
}

function text(value: string | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed ? trimmed : null;
}

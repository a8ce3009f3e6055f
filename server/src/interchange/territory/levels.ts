import type { TerritoryLevel, TerritoryPartition } from '../../database/prisma/enums.js';

/** What `--level` takes. The tree follows from the level. */
export const LEVELS = {
  grid: { level: 'GRID', partition: 'SOCIAL', leaf: true },
  'micro-grid': { level: 'MICRO_GRID', partition: 'SOCIAL', leaf: true },
  community: { level: 'COMMUNITY', partition: 'SOCIAL', leaf: false },
  town: { level: 'TOWN', partition: 'SOCIAL', leaf: false },
  county: { level: 'COUNTY', partition: 'SOCIAL', leaf: false },
  'police-grid': { level: 'POLICE_GRID', partition: 'POLICE', leaf: true },
  'police-area': { level: 'POLICE_AREA', partition: 'POLICE', leaf: false },
  station: { level: 'STATION', partition: 'POLICE', leaf: false },
  'county-bureau': { level: 'COUNTY_BUREAU', partition: 'POLICE', leaf: false },
} as const satisfies Record<string, { level: TerritoryLevel; partition: TerritoryPartition; leaf: boolean }>;

export type LevelName = keyof typeof LEVELS;

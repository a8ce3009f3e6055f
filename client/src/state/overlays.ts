/** The overlays a person can switch, in the order of the layer panel. The registry in map/layers must cover them all. */
export const overlayIds = [
  'incidents',
  'units',
  'riskPoints',
  'posts',
  'grids',
  'coverage',
  'stationJurisdictions',
  'liaisonJurisdictions',
  'squadronJurisdictions',
] as const;

export type OverlayId = (typeof overlayIds)[number];
export type Partition = 'SOCIAL' | 'POLICE';
export type OverlayVisibility = Record<OverlayId, boolean>;

/** What a newcomer sees: everything that matters now, jurisdictions on demand. */
export const defaultVisibility: OverlayVisibility = {
  incidents: true,
  units: true,
  riskPoints: true,
  posts: true,
  grids: true,
  coverage: false,
  stationJurisdictions: false,
  liaisonJurisdictions: true,
  squadronJurisdictions: false,
};

/** The demo county as plain data: what the generator makes and the seeding writes. Degrees WGS84, multiples of 1e-7. */
export type Position = [longitude: number, latitude: number];
export type Ring = Position[];
/** Closed rings; the first is the shell. */
export type PolygonRings = Ring[];

export interface DemoDivision {
  code: string;
  name: string;
  level: 'COUNTY' | 'TOWN' | 'COMMUNITY' | 'COUNTY_BUREAU' | 'STATION' | 'POLICE_AREA';
  parentCode: string | null;
}

export interface DemoGrid {
  code: string;
  name: string;
  partition: 'SOCIAL' | 'POLICE';
  kind: 'BASIC' | 'DEDICATED';
  parentCode: string;
  /** One piece each; all grids of a partition tile the county without gap or overlap, vertex for vertex. */
  boundary: PolygonRings;
  households: number;
}

export type StreetClass =
  | 'motorway'
  | 'trunk'
  | 'primary'
  | 'secondary'
  | 'tertiary'
  | 'residential'
  | 'service'
  | 'pedestrian'
  | 'path';

export interface DemoStreet {
  name: string | null;
  ref: string | null;
  class: StreetClass;
  bridge: boolean;
  oneway: boolean;
  /** Streets that meet share the vertex. */
  line: Position[];
}

export interface DemoArea {
  layer: 'water' | 'green' | 'landuse';
  kind: string;
  name: string | null;
  polygon: PolygonRings;
}

export interface DemoWaterway {
  kind: 'river' | 'stream' | 'canal';
  name: string | null;
  line: Position[];
}

export interface DemoRailway {
  name: string | null;
  line: Position[];
}

export interface DemoBuilding {
  kind: 'apartments' | 'house' | 'industrial' | 'commercial' | 'school' | 'hospital' | 'public' | 'station';
  name: string | null;
  /** Standard address down to the building, e.g. 枫城街道文昌街18号. */
  address: string;
  households: number;
  polygon: PolygonRings;
}

export interface DemoPlace {
  kind: 'county' | 'town' | 'community' | 'village' | 'poi';
  name: string;
  rank: number;
  point: Position;
}

export interface DemoPost {
  code: string;
  kind:
    | 'COUNTY_BUREAU'
    | 'STATION'
    | 'OFFICE'
    | 'LIAISON_STATION'
    | 'TRAFFIC_SQUADRON'
    | 'SERVICE_POINT'
    | 'GOVERNANCE_CENTRE'
    | 'JUSTICE_OFFICE'
    | 'COURT'
    | 'DETENTION_PLACE'
    | 'SMALLEST_RESPONSE_UNIT'
    | 'VOLUNTEER_TEAM';
  name: string;
  address: string;
  point: Position;
  openAroundTheClock: boolean;
  /** Minutes of the day; null for those around the clock. */
  hours: { opensAtMinute: number; closesAtMinute: number } | null;
  /** Codes of the social grids it answers for (liaison stations, squadrons, offices, stations); empty: no jurisdiction. */
  gridCodes: string[];
}

export interface DemoRiskPoint {
  code: string;
  name: string;
  kind:
    | 'FIRE_LOAD'
    | 'EBIKE_CHARGING'
    | 'CHEMICALS'
    | 'LPG'
    | 'CROWDED_VENUE'
    | 'CONSTRUCTION'
    | 'FLOOD'
    | 'LANDSLIDE'
    | 'ACCIDENT_SPOT'
    | 'SCHOOL_GATE'
    | 'OLD_BUILDING'
    | 'WATER';
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';
  address: string;
  ownerOrganisation: string;
  inspectionCycleDays: number;
  /** Days before the seeding instant; may exceed the cycle (overdue). */
  lastInspectedDaysAgo: number;
  geometry:
    | { type: 'Point'; coordinates: Position }
    | { type: 'LineString'; coordinates: Position[] }
    | { type: 'Polygon'; coordinates: PolygonRings };
}

/** How many serve a grid in a role. */
export interface DemoStaff {
  gridCode: string;
  partition: DemoGrid['partition'];
  role: 'OFFICER' | 'AUXILIARY' | 'GRID_LEAD' | 'GRID_WORKER';
  count: number;
}

export interface DemoUnit {
  callSign: string;
  kind: 'CAR' | 'MOTORBIKE' | 'BICYCLE' | 'FOOT';
  homePostCode: string;
  start: Position;
}

export interface DemoCounty {
  code: string;
  name: string;
  nameEn: string;
  timeZone: 'Asia/Shanghai';
  bounds: [west: number, south: number, east: number, north: number];
  divisions: DemoDivision[];
  grids: DemoGrid[];
  streets: DemoStreet[];
  areas: DemoArea[];
  waterways: DemoWaterway[];
  railways: DemoRailway[];
  buildings: DemoBuilding[];
  places: DemoPlace[];
  posts: DemoPost[];
  riskPoints: DemoRiskPoint[];
  units: DemoUnit[];
}

export interface DemoIncident {
  kind: string;
  source: 'CALL_110' | 'HOTLINE_12345' | 'GRID_REPORT' | 'PATROL_FIND' | 'SENSOR' | 'WHISTLE';
  status: string;
  /** Milliseconds since 1970, UTC. occurredAt ≤ reportedAt. */
  occurredAt: number;
  reportedAt: number;
  point: Position;
  address: string;
  description: string;
}

/** When the first help was sent and was there; milliseconds since 1970, UTC. */
export interface DemoArrival {
  dispatchedAt: number;
  arrivedAt: number;
}

import type { DemoIncident } from '../county.types.js';

type Source = DemoIncident['source'];
type Shares = Record<string, number>;

export const INCIDENTS_PER_DAY = 220;

export const SOURCE_SHARES: Record<Source, number> = {
  GRID_REPORT: 52,
  HOTLINE_12345: 22,
  CALL_110: 16,
  PATROL_FIND: 7,
  SENSOR: 2,
  WHISTLE: 1,
};

export const KIND_SHARES: Record<Source, Shares> = {
  CALL_110: {
    TRAFFIC_DAMAGE: 17,
    TRAFFIC_INJURY: 3,
    VEHICLE_OBSTRUCTION: 9,
    NOISE: 11,
    NEIGHBOUR_DISPUTE: 4,
    // A small part of family and other help calls is of the graver kinds that show at grid level only.
    FAMILY_DISPUTE: 3.6,
    DOMESTIC_VIOLENCE: 0.4,
    CONSUMER_DISPUTE: 4,
    LABOUR_DEBT_DISPUTE: 4,
    PROPERTY_DISPUTE: 2,
    LOST_PROPERTY: 5,
    MISSING_PERSON_HELP: 4,
    LOCKED_OUT: 3,
    UTILITY_HELP: 3,
    OTHER_HELP: 4.75,
    SUICIDE_RISK: 0.15,
    MINOR_HARM: 0.1,
    THEFT: 4,
    TELECOM_FRAUD: 4,
    FIGHT: 3,
    PROPERTY_DAMAGE: 1,
    TIP_OFF: 3,
    DRUNKENNESS: 3,
    FIRE_GAS: 2,
    ANIMAL: 2,
  },
  HOTLINE_12345: {
    H_PROPERTY: 17,
    H_PARKING: 14,
    H_STREETSCAPE: 13,
    H_NOISE_FUMES: 12,
    H_CONSUMER: 11,
    H_UTILITY: 9,
    H_ROAD_DAMAGE: 8,
    H_WAGES: 7,
    H_ILLEGAL_BUILDING: 6,
    H_ENQUIRY: 3,
  },
  GRID_REPORT: {
    G_STREETSCAPE: 24,
    G_FIRE_HAZARD: 22,
    G_FACILITY_DAMAGE: 18,
    G_NEIGHBOUR: 10,
    G_ROAD_HAZARD: 8,
    G_CONSTRUCTION: 5,
    G_WATER_GEOHAZARD: 5,
    G_GAS: 4,
    G_PROPERTY: 4,
  },
  PATROL_FIND: {
    VEHICLE_OBSTRUCTION: 34,
    G_STREETSCAPE: 16,
    G_ROAD_HAZARD: 16,
    G_FIRE_HAZARD: 12,
    OTHER_HELP: 10,
    TRAFFIC_DAMAGE: 6,
    NEIGHBOUR_DISPUTE: 3,
    DRUNKENNESS: 3,
  },
  SENSOR: { FIRE_GAS: 52, G_GAS: 26, G_WATER_GEOHAZARD: 22 },
  WHISTLE: {
    G_CONSTRUCTION: 28,
    G_STREETSCAPE: 24,
    H_ILLEGAL_BUILDING: 20,
    G_PROPERTY: 16,
    G_FIRE_HAZARD: 12,
  },
};

/** 110 calls by three hours from midnight, per cent. */
export const CALLS_BY_THREE_HOURS = [9, 4, 13, 17, 14, 17, 17, 9];

/** Monday to Sunday. */
export const WEEKDAY_FACTORS: Record<Source, readonly number[]> = {
  CALL_110: [1, 1, 1, 1, 1.25, 1.25, 1],
  HOTLINE_12345: [1, 1, 1, 1, 1, 0.14, 0.12],
  GRID_REPORT: [1, 1, 1, 1, 1, 0.12, 0.1],
  PATROL_FIND: [1, 1, 1, 1, 1.15, 1.15, 1],
  SENSOR: [1, 1, 1, 1, 1, 1, 1],
  WHISTLE: [1, 1, 1, 1, 1, 0, 0],
};

import type { StreetClass } from '../graph/street-class.js';

export const profileNames = ['driving', 'cycling', 'walking'] as const;
export type ProfileName = (typeof profileNames)[number];

/** Seconds lost at a junction. */
export interface TurnCosts {
  readonly rightSeconds: number;
  readonly leftSeconds: number;
  /** Turning round: at a dead end only. */
  readonly uTurnSeconds: number;
  /** Mean wait at a traffic signal, whichever way one goes on. */
  readonly signalSeconds: number;
  /** In a country that drives on the left, right and left change places. */
  readonly drivesOnLeft: boolean;
}

/** How somebody moves: free-flow speed on each class of street, and what junctions cost. */
export interface Profile {
  readonly name: ProfileName;
  /** Kilometres an hour; a class that is left out is not used. */
  readonly speeds: Readonly<Partial<Record<StreetClass, number>>>;
  /** Signed limits (`maxspeed`) are kept to, at this share of them. Zero: limits do not matter. */
  readonly shareOfLimit: number;
  /** Whether one-way streets and turn restrictions bind. */
  readonly keepsDirection: boolean;
  readonly turns: TurnCosts;
}

const noTurnCosts: TurnCosts = {
  rightSeconds: 0,
  leftSeconds: 0,
  uTurnSeconds: 0,
  signalSeconds: 0,
  drivesOnLeft: false,
};

/** Defaults; a county's settings replace speeds and turn costs. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  driving: {
    name: 'driving',
    speeds: {
      motorway: 95,
      trunk: 70,
      primary: 50,
      secondary: 45,
      tertiary: 38,
      unclassified: 32,
      residential: 25,
      livingStreet: 12,
      service: 15,
      track: 12,
    },
    shareOfLimit: 0.9,
    keepsDirection: true,
    turns: { rightSeconds: 1.5, leftSeconds: 3.5, uTurnSeconds: 8, signalSeconds: 6, drivesOnLeft: false },
  },
  cycling: {
    name: 'cycling',
    speeds: {
      primary: 17,
      secondary: 17,
      tertiary: 17,
      unclassified: 17,
      residential: 16,
      livingStreet: 12,
      service: 13,
      track: 10,
      pedestrian: 8,
      cycleway: 17,
      footway: 8,
    },
    shareOfLimit: 0,
    keepsDirection: true,
    turns: { rightSeconds: 0.5, leftSeconds: 2, uTurnSeconds: 3, signalSeconds: 5, drivesOnLeft: false },
  },
  walking: {
    name: 'walking',
    speeds: {
      trunk: 4.5,
      primary: 4.8,
      secondary: 4.8,
      tertiary: 4.8,
      unclassified: 4.8,
      residential: 4.8,
      livingStreet: 4.8,
      service: 4.8,
      track: 4.2,
      pedestrian: 4.8,
      cycleway: 4.8,
      footway: 4.8,
      steps: 2,
    },
    shareOfLimit: 0,
    keepsDirection: false,
    turns: noTurnCosts,
  },
};

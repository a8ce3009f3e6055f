import { createContext } from 'react';

/** The version of the street network in service: answers from another one are asked for again. */
export const NetworkVersion = createContext<string | null>(null);

import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';

/** More places than any county has vertices; two numbers below it fit one double side by side. */
export const WIDTH = 2 ** 26;

/** Gives each place in whole steps a number, so that edges can be told apart quickly. */
export class PlaceNumbers {
  private readonly numbers = new Map<number | string, number>();
  private readonly steps: (readonly [number, number])[] = [];

  numberOf([longitude, latitude]: readonly number[]): number {
    const x = Math.round(longitude! * STEPS_PER_DEGREE);
    const y = Math.round(latitude! * STEPS_PER_DEGREE);
    const [x0, y0] = this.steps[0] ?? [x, y];
    const [dx, dy] = [x - x0, y - y0];
    const isNear = Math.abs(dx) < WIDTH && Math.abs(dy) < WIDTH;
    const key = isNear ? dx * 2 * WIDTH + dy : `${dx} ${dy}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.steps.length;
      this.numbers.set(key, number);
      this.steps.push([x, y]);
    }
    return number;
  }

  stepOf(number: number): readonly [number, number] {
    return this.steps[number]!;
  }
}

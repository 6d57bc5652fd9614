/** A source of chance that its owner seeds and hands down: each call gives a number from 0 up to, not including, 1. */
export type Generator = () => number;

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for shuffling starts, and made of integer
 * operations only, so that every machine gives the same numbers. `seed` is a whole number from 0 to 2³² − 1.
 */
export function generator(seed: number): Generator {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every number of the layout of large maps that could be otherwise, with the reason. */
export const LARGE_MAP = {
  /** Maps of more authors placed by forces than this are large. */
  fromBodies: 600,
  /** Cells count as far when their reaches are below this share of their distance. */
  theta: 0.95,
  /** Share of the way to balance that a body goes in a step, and of the step before that it goes again. */
  share: 0.5,
  momentum: 0.6,
  springMomentum: 0.9,
  /** Longest step, in mean distances of neighbours. */
  mostPerStep: 2,
  /** Share of the mean length of a tie below which LinLog turns into a spring. */
  softening: 0.05,
  /** The middle pulls as hard as would fill a disc this many times as wide as the map by repulsion alone. */
  gravityReach: 1.5,
  springReach: 1.5,
  /** The middle of the own team pulls this many times as hard as would fill the team's share of the map. */
  cohesion: 1,
  /** Ties within a team pull as many times harder than those between teams. */
  ownTeamPull: 4,
  /** Steps on the finest level, the second, the third, and each above. */
  steps: [15, 30, 30, 40],
  /** How often the coarsest level is relaxed with springs, from chance. */
  unfoldings: 6,
  /** How many of the finest levels have LinLog. */
  linLogLevels: 2,
  /** Share of the steps of a level after which they get shorter. */
  coolFrom: 0.7,

  /** Teams as discs: how far they are spread at first, in discs that just have room, and the white between them, in typical radii. */
  islandSpread: 1.15,
  islandGap: 0.12,
  /** White around a component beside the largest, in radii, and at least in pixels. */
  componentGap: 0.3,
  leastGap: 6,
  /** Width by height of the map. */
  aspect: 4 / 3,
  /** Share of its disc that a team fills by itself. */
  islandFill: 0.92,
  /** Pull of ties in a disc, see `pullsOf`. */
  islandPull: 4,
  /** How stiffly the own place and the repulsion of neighbours hold an author. */
  ownStiffness: 4,
  /** How stiffly a map at rest is held: more than neighbours push, whose push falls with distance and is no hold. */
  restStiffness: 6,
  /** White kept between two dots, the overlap (white included) that counts as none, and the passes that may be made to get there. */
  overlapGap: 1,
  noOverlap: 0.5,
  overlapPasses: 300,
  /** Share of the steps before dots become firm. */
  loose: 0.5,
  /** Longest step in a disc, in half distances of neighbours; from outside a disc this share of the way, if it is more. */
  mostIslandStep: 1.5,
  homeward: 0.05,
  /** A map lies in its discs when at most this share of the authors is farther from their team's mean than this many radii. */
  inDisc: 1.3,
  mostOutside: 0.02,
  /** Live, dots are firm while the mean author moves less than this, in pixels. */
  firmBelow: 1,
  /** Toward the teams they write with authors lean at most this share of the radius, from this share of tie weight on. */
  farthestLean: 0.3,
  fullLeanAt: 0.25,
  islandSteps: 30,
  /** When places are carried over: steps, and the white between two teams that is left. */
  carriedSteps: 12,
  carriedGap: 1,
};

/** Every number of the layout that could be otherwise, with the reason. Lengths are in pixels of a map `mapWidth` wide. */
export const LAYOUT = {
  /** Width and height into which the whole picture is fitted; the radii of authors are given for this width. */
  mapWidth: 900,
  mapHeight: 675,
  /** White around an author's dot, counted into the area that the author asks for. */
  margin: 5,
  /** White between two regions, as a share of the regions' typical radius: few teams get wide gaps, many narrow ones. */
  regionGapShare: 0.5,

  /** Cells count as far when their reaches are below this share of their distance: the median error of a body's repulsion is about 1 % (`forceError`). */
  theta: 0.9,
  /** A tie inside a team pulls as many times harder than one between teams. */
  ownTeamPull: 4,
  /** Stiffness of all ties together, relative to that of all anchors: above, a team falls into its papers; below, papers vanish. */
  tieStiffness: 0.5,
  /** Share of its region's radius that a team fills by itself; the rest is room for those whom ties push outwards. */
  regionFill: 0.86,
  /** Stiffness of a region's wall and of the bound between two dots, relative to the anchors'. */
  wallStiffness: 6,
  overlapStiffness: 24,
  /** White that the overlap force keeps between two dots. */
  overlapGap: 2,
  /** Dots may cover this share of the regions; on crowded maps the bound between dots shrinks to hold it. */
  mostCover: 0.3,

  /** What counts in placing the teams, relative to the mean way between teams that write together: that who writes with two lies nearer to
   * both than to a third; that the box is small; that everything can be drawn large. */
  wishCost: 5,
  sizeCost: 1.2,
  fitCost: 0.8,
  /** Where in their region those who wish will lie, and the room around that they need, in radii of the region. */
  wishLean: 0.45,
  wishMargin: 0.6,

  /** Share of tie weight inside the own team from which an author is held inside the team's region: others are bridges. */
  heldFrom: 0.6,
  /** How far into the white beside its region a bridge may go, in widths of that white: farther, it would tear its team apart. */
  bridgeOutside: 0.8,
  /** Those held inside lean toward the other teams they write with, at most this share of the radius, from this share of tie weight on. */
  farthestLean: 0.7,
  fullLeanAt: 0.25,
  /** White kept to the line that parts an author of two teams from a third, in radii of the region; a region this far beyond the line is not held. */
  bisectorMargin: 0.25,
  hopelessFrom: 0.6,
  /** How near to the rim that line may come, in radii, where few authors are to be held behind it. */
  bisectorDeepest: 0.8,
  /** Regions nearest to a bridge's place that keep it out. */
  regionsAround: 12,

  /** Plain force: share of the map's half height that the repulsion alone would fill. */
  plainFill: 0.92,

  /** Adaptive speed of ForceAtlas2: how much swinging is tolerated, and how fast the global speed may rise in a step. */
  jitterTolerance: 1,
  speedRise: 1.5,
  /** Never more than this share of the way that would bring an author to rest against its springs alone. */
  mostOfWay: 0.5,
  /** Never farther than this in a step, so that a live layout is seen to move and not to jump. */
  mostPerStep: 12,
} as const;

import type { Frame } from './frame';
import type { Moment, Said } from './moments';

/** Marks this near to the one pointed at are told with it, in pixels of the screen: a finger tells no two of them apart. */
const NEAR = 12;

type Place = { x: number; y: number };

/** What a mark covers, in pixels of the drawing. */
export type Target = {
  moment: number;
  said: Said;
  box: { left: number; right: number; top: number; bottom: number };
};

/** All marks that can be pointed at. */
export function targetsOf(moments: Moment[], { x, y }: Frame): Target[] {
  return moments.flatMap(({ said }, moment) =>
    said.flatMap((one) => {
      if (!one.at) return [];
      const [across, up] = [
        [x(one.at.from), x(one.at.to)],
        [y(one.at.low), y(one.at.high)],
      ];
      if (![...across, ...up].every(Number.isFinite)) return [];
      const box = {
        left: Math.min(...across),
        right: Math.max(...across),
        top: Math.min(...up),
        bottom: Math.max(...up),
      };
      return [{ moment, said: one, box }];
    }),
  );
}

const nearestIn = ({ left, right, top, bottom }: Target['box'], { x, y }: Place): Place => ({
  x: Math.min(right, Math.max(left, x)),
  y: Math.min(bottom, Math.max(top, y)),
});

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

const away = (target: Target, place: Place): number =>
  distance(nearestIn(target.box, place), place);

/** Of all series at the moment, those near or that belong to it; then those of other moments that are near. */
function told(picked: Target, near: Target[], moments: Moment[]): Moment | null {
  const moment = moments[picked.moment];
  if (!moment) return null;
  const close = new Set(near.map(({ said }) => said));
  const own = moment.said.filter((said) => said === picked.said || !said.loose || close.has(said));
  const others = near
    .filter((one) => one.moment !== picked.moment)
    .map(({ said, moment: other }) => ({ ...said, when: said.when ?? moments[other]?.when ?? '' }));
  const first = own.filter((said) => said === picked.said);
  const rest = own.filter((said) => said !== picked.said);
  return {
    ...moment,
    said: picked.said.loose ? [...first, ...rest, ...others] : [...own, ...others],
  };
}

export type Pointed = { index: number; moment: Moment };

/** The mark nearest to a place of the drawing, and what is told with it; `scale` is pixels of the screen to one of the drawing. */
export function pointedAt(
  targets: Target[],
  moments: Moment[],
  place: Place,
  scale: number,
): Pointed | null {
  let picked: Target | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const target of targets) {
    const far = away(target, place);
    if (far < least) [picked, least] = [target, far];
  }
  if (!picked) return null;
  const there = nearestIn(picked.box, place);
  const near = targets.filter((one) => one !== picked && away(one, there) * scale <= NEAR);
  const moment = told(picked, near, moments);
  return moment && { index: picked.moment, moment };
}

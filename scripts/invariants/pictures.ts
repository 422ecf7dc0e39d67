import { faults, picturesOf } from '@/components/picture/picture-fixture';
import { PICTURE_SIZES, pictureLayout } from '@/lib/picture/layout';
import type { Data, Invariant } from './tables';

function pictures({ catalog }: Data): string[] {
  return [...picturesOf(catalog)].flatMap(([name, input]) =>
    PICTURE_SIZES.flatMap((size) =>
      faults(pictureLayout(input, size)).map((fault) => `${name}, ${size}: ${fault}`),
    ),
  );
}

export const pictureInvariants: Record<string, Invariant> = {
  'no picture has words or drawings outside it, or over one another': pictures,
};

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether script has taken over: what cannot work without it is not drawn without it. */
export const useAlive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** Said on the window when the address of `/chart` has changed in place. */
export const MOVED = 'desk-moved';

/** Goes back and forward between entries of ours, before Next's router would load them anew. */
export function onMoved(moved: () => void): () => void {
  const back = (event: PopStateEvent) => {
    if (location.pathname !== '/chart') return;
    if (event.state?.desk) event.stopImmediatePropagation();
    moved();
  };
  window.addEventListener('popstate', back, true);
  return () => window.removeEventListener('popstate', back, true);
}

/** Calls back with the key another tab wrote or removed; without one when it emptied the storage. Returns how to stop. */
export function whenOthersWrite(callback: (key: string | null) => void): () => void {
  const wrote = ({ key }: StorageEvent) => callback(key);
  // A page that the browser kept while another was shown has heard nothing.
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) callback(null);
  };
  window.addEventListener('storage', wrote);
  window.addEventListener('pageshow', back);
  return () => {
    window.removeEventListener('storage', wrote);
    window.removeEventListener('pageshow', back);
  };
}

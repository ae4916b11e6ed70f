/** Keeps the screen awake while a talk goes on, where the device allows it. */

/**
 * Asks the device to leave the screen on, and again whenever the page is looked at anew, for the browser lets go of it
 * when the page is hidden. A device that will not is no trouble: the screen darkens as it always does.
 *
 * @returns lets the screen sleep again
 */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let over = false;
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (over) await lock.release();
    } catch {
      // A low battery, or a setting of the device: its word counts.
    }
  };
  const onLook = () => void ask();
  document.addEventListener('visibilitychange', onLook);
  void ask();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', onLook);
    void lock?.release().catch(() => undefined);
  };
}

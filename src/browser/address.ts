/** The address's fragment without its sign, decoded; empty when there is none or it cannot be decoded. */
export function fragment(): string {
  try {
    return decodeURIComponent(window.location.hash.slice(1));
  } catch {
    return '';
  }
}

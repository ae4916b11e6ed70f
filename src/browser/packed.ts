/** A text packed for the address of a link, as signs that no messenger changes; undefined where a browser cannot. */
export async function packed(text: string): Promise<string | undefined> {
  try {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const signs = [...bytes].map((byte) => String.fromCharCode(byte)).join('');
    return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  } catch {
    return undefined;
  }
}

// How a calendar file is spelt: RFC 5545, sections 3.1 and 3.3.11.

/** Octets in a line, its end not counted. */
const LINE = 75;

/**
 * A text as the value of a property: backslash, semicolon, comma and line breaks escaped. Control characters are
 * dropped, except tabs; half a character becomes the sign for an unknown one.
 */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** Lines as a file: the long ones folded, never inside a character, each ended with CRLF. */
export const linesToFile = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');

function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LINE) {
      // The blank that marks a folded line is the first of its octets.
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

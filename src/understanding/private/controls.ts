/** All control characters but line breaks and tabs, and the marks that turn the direction of what follows (UAX #9). */
const controls = /[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu;

/** A person's text without what only a screen obeys: it could hide an identifier, or write over other lines. */
export const withoutControls = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, '');

import QRCode from 'qrcode';

/** Where it is printed: `process.stderr`, as a rule. */
export type Screen = { isTTY?: boolean; write(text: string): unknown };

/**
 * Prints a pairing code: on a terminal as a picture with instructions, else as one line `QR …` that a program can read.
 */
export async function showQr(text: string, screen: Screen): Promise<void> {
  if (!screen.isTTY) {
    screen.write(`QR ${text}\n`);
    return;
  }
  const picture = await QRCode.toString(text, { type: 'utf8', errorCorrectionLevel: 'L', margin: 2 });
  screen.write(
    `\nLink the bot's WhatsApp number: on its phone open Settings, Linked devices, Link a device, and scan this.\n${picture}\n`,
  );
}

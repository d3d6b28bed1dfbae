import Handlebars from 'handlebars';
import { encodeQR } from 'qr';
import { memo } from '../model/memo.ts';

/** Codes by their addresses: all documents of a pack have the same. */
const CODES = new Map<string, Handlebars.SafeString>();

/** The width of the light field around a code, in modules (ISO/IEC 18004). */
const QUIET = 4;

/**
 * An address as a QR code: an SVG image of one path, with the quiet zone of four modules that ISO/IEC 18004 asks for
 * and error correction of level M. It scales with its box; its text alternative is the address.
 */
export const qrCode = (address: string): Handlebars.SafeString =>
  memo(CODES, address, () => drawCode(address));

const drawCode = (address: string): Handlebars.SafeString => {
  const modules = encodeQR(address, 'raw', { ecc: 'medium', border: QUIET });
  const size = modules.length;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  // What is measured on the printed page: modules across, the quiet zone apart.
  const across = size - 2 * QUIET;
  const label = Handlebars.escapeExpression(`QR code for ${address}`);
  return new Handlebars.SafeString(
    `<svg role="img" aria-label="${label}" data-modules="${across}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
      `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`,
  );
};

/** PNG of few colours: a picture of paper and inks needs no search for a palette. Format: https://www.w3.org/TR/png-3/ */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** The `pixels` (RGBA, an even number in each row) as a PNG of 16 colours: `paper`, and each of three `inks` as it fades into it. */
export function encodePng(pixels: Buffer, { width, height }: { width: number; height: number }, paper: string, inks: readonly [string, string, string]): Buffer {
  const ground = readColour(paper);
  const palette = [ground, ...inks.map(readColour).flatMap((ink) => steps.map((share) => ink.map((value, at) => Math.round(value * share + ground[at]! * (1 - share))) as unknown as Colour))];
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([bitDepth, indexed, 0, 0, 0])])),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(indexPixels(pixels, width, height, palette))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const steps = [0.2, 0.4, 0.6, 0.8, 1];
const bitDepth = 4;
const indexed = 3;

/** Two pixels a byte, each the place of the nearest colour; a row begins with the number of its filter, which is none. */
function indexPixels(pixels: Buffer, width: number, height: number, palette: readonly Colour[]): Buffer {
  const colours = new Uint32Array(new Uint8Array(pixels).buffer);
  const places = new Map<number, number>();
  let [last, place] = [-1, 0];
  const placeOf = (at: number) => {
    const colour = colours[at]!;
    if (colour === last) return place;
    last = colour;
    place = places.get(colour) ?? nearest(pixels.subarray(4 * at, 4 * at + 3), palette);
    places.set(colour, place);
    return place;
  };
  const rows = Buffer.alloc(height * (1 + width / 2));
  for (let y = 0, to = 0; y < height; y += 1) {
    to += 1;
    for (let at = y * width; at < (y + 1) * width; at += 2) rows[to++] = (placeOf(at) << 4) | placeOf(at + 1);
  }
  return rows;
}

function nearest(colour: Uint8Array, palette: readonly Colour[]): number {
  const distances = palette.map((other) => other.reduce((sum, value, at) => sum + (value - colour[at]!) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function readColour(hex: string): Colour {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

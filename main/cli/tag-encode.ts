import { existsSync } from 'node:fs';
import type { EncodedTag } from '../../drivers/rfid/tags/index.ts';
import { encodeTag, hexText } from '../../drivers/rfid/tags/index.ts';
import type { Command } from './command.ts';
import { requiredOptions, WrongUse } from './command.ts';
import { inShape, readJson } from './json-file.ts';
import { profileOption } from './tag-options.ts';
import { contentOf, settingsOf, tagShape } from './tag-shape.ts';
import { problemSentence } from './tag-words.ts';

const usualBlockSize = 4;

/**
 * Prints the bytes for a tag as one JSON object: `hex`, `dsfid`, `afi` and the blocks to lock of an HF tag, both banks
 * of a UHF tag. What does not fit is told in one sentence and ends with 2.
 */
export const tagEncode: Command = {
  name: 'tag encode',
  usage:
    'tag encode --profile PROFILE --json FILE|-|{…}   (the object has itemId or cardNumber, and may have owner, parts, ' +
    'usage, title, objects, blocks, secured, size, settings; what `tag decode` prints is taken too)',
  run(args) {
    const { profile, json } = requiredOptions(args, ['profile', 'json']);
    const known = profileOption(profile);
    const asked = inShape(tagShape, questionFrom(json), 'JSON');
    const { size = {} } = asked;
    const encoding = encodeTag(known, contentOf(asked), size, settingsOf(asked.settings));
    if (!encoding.ok) {
      process.stderr.write(`${problemSentence(encoding)}\n`);
      return 2;
    }
    const blockSize = size.blockSize ?? usualBlockSize;
    process.stdout.write(`${JSON.stringify({ profile, ...answerOf(encoding.tag, blockSize) })}\n`);
    return 0;
  },
};

/** An object on the command line, a file, or standard input for `-`. */
function questionFrom(json: string): unknown {
  if (json === '-' || existsSync(json)) return readJson(json);
  if (!/^\s*[[{]/u.test(json))
    throw new WrongUse(`--json: không có tệp ${json}, và đó cũng không phải một đối tượng JSON.`);
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new WrongUse(`--json không phải JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function answerOf(tag: EncodedTag, blockSize: number): object {
  if (tag.technology === 'uhf')
    return {
      technology: 'uhf',
      epcBank: hexText(tag.epcBank),
      user: tag.user && hexText(tag.user),
      lockedBlocks: tag.lockedBlocks,
    };
  const blocks = Math.ceil(tag.bytes.length / blockSize);
  return {
    technology: 'hf',
    hex: hexText(tag.bytes),
    dsfid: hexText(Uint8Array.of(tag.dsfid)),
    afi: hexText(Uint8Array.of(tag.afi)),
    lockedBlocks: tag.lockedBlocks,
    lockMap: Array.from({ length: blocks }, (_, at) => (tag.lockedBlocks.includes(at) ? 'l' : '.')).join(''),
  };
}

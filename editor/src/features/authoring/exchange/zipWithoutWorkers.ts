/**
 * Stands in for `fflate` in the libraries of spreadsheets (see vite.config.ts): that one starts workers from `blob:` addresses for larger
 * files, which the content security policy refuses without a word to the caller. The same work is done here at once.
 */
import { unzipSync, zipSync, type Unzipped, type Zippable } from 'fflate/browser';
import { asError } from '../../../model/asError';

export { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';

type Done<T> = (error: Error | null, result: T) => void;

export function zip(files: Zippable, done: Done<Uint8Array>): void {
  let result: Uint8Array;
  try {
    result = zipSync(files);
  } catch (error) {
    done(asError(error), new Uint8Array());
    return;
  }
  done(null, result);
}

export function unzip(archive: Uint8Array, done: Done<Unzipped>): void {
  let result: Unzipped;
  try {
    result = unzipSync(archive);
  } catch (error) {
    done(asError(error), {});
    return;
  }
  done(null, result);
}


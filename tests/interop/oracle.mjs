// SPDX-License-Identifier: EUPL-1.2
// Runs npm age-encryption from the current folder: keygen | encrypt | decrypt, bytes by stdin and stdout.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync, writeSync } from "node:fs";

const require = createRequire(pathToFileURL(process.cwd() + "/"));
const age = await import(pathToFileURL(require.resolve("age-encryption")));
const [job, key, ...more] = process.argv.slice(2);

async function run() {
  if (job === "keygen") {
    const identity = key === "hybrid" ? await age.generateHybridIdentity() : await age.generateX25519Identity();
    return Buffer.from(identity + "\n" + (await age.identityToRecipient(identity)));
  }
  const input = readFileSync(0);
  if (job === "encrypt") {
    const encrypter = new age.Encrypter();
    for (const recipient of [key, ...more]) encrypter.addRecipient(recipient);
    return encrypter.encrypt(input);
  }
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(key);
  return decrypter.decrypt(input);
}

const output = await run();
for (let at = 0; at < output.length; ) at += writeSync(1, output, at);

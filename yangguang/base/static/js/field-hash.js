// A worker: SHA-256 of what comes piece by piece, so that a recording has its fingerprint the moment it ends. The browser's own
// Web Crypto only takes a whole file at once, and none at all where a page did not come over TLS.
"use strict";

const fractional = (number) => ((number - Math.floor(number)) * 2 ** 32) | 0;
const primes = (() => {
  const found = [];
  for (let number = 2; found.length < 64; number += 1) if (found.every((prime) => number % prime)) found.push(number);
  return found;
})();
const CONSTANTS = new Int32Array(primes.map((prime) => fractional(Math.cbrt(prime))));
const START = new Int32Array(primes.slice(0, 8).map((prime) => fractional(Math.sqrt(prime))));

class Sha256 {
  constructor() {
    this.state = START.slice();
    this.words = new Int32Array(64);
    this.rest = new Uint8Array(64);
    this.filled = 0;
    this.length = 0;
  }

  add(bytes) {
    let at = 0;
    this.length += bytes.length;
    if (this.filled) {
      at = Math.min(64 - this.filled, bytes.length);
      this.rest.set(bytes.subarray(0, at), this.filled);
      this.filled += at;
      if (this.filled < 64) return;
      this.#block(this.rest, 0);
      this.filled = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.#block(bytes, at);
    this.rest.set(bytes.subarray(at), 0);
    this.filled = bytes.length - at;
  }

  end() {
    const padded = new Uint8Array(this.filled < 56 ? 64 : 128);
    padded.set(this.rest.subarray(0, this.filled));
    padded[this.filled] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(this.length / 2 ** 29));
    view.setUint32(padded.length - 4, (this.length * 8) >>> 0);
    for (let at = 0; at < padded.length; at += 64) this.#block(padded, at);
    const digest = new DataView(new ArrayBuffer(32));
    this.state.forEach((word, index) => digest.setInt32(index * 4, word));
    return new Uint8Array(digest.buffer);
  }

  #block(bytes, at) {
    const words = this.words;
    for (let i = 0; i < 16; i += 1, at += 4) {
      words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i += 1) {
      const x = words[i - 15];
      const y = words[i - 2];
      const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = (words[i - 16] + small0 + words[i - 7] + small1) | 0;
    }
    const state = this.state;
    let a = state[0];
    let b = state[1];
    let c = state[2];
    let d = state[3];
    let e = state[4];
    let f = state[5];
    let g = state[6];
    let h = state[7];
    for (let i = 0; i < 64; i += 1) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + big1 + ((e & f) ^ (~e & g)) + CONSTANTS[i] + words[i]) | 0;
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }
}

const running = new Map();

self.onmessage = ({ data }) => {
  const { ask, verb, id, buffer } = data;
  if (verb === "begin") running.set(id, new Sha256());
  if (verb === "add") running.get(id)?.add(new Uint8Array(buffer));
  if (verb === "end" || verb === "whole") {
    const one = verb === "end" ? running.get(id) : new Sha256();
    if (verb === "whole") one.add(new Uint8Array(buffer));
    running.delete(id);
    self.postMessage({ ask, digest: one ? one.end() : null });
  }
};

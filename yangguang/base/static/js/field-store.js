// What a telephone recorded and has not handed over yet lies in IndexedDB, piece by piece as it comes: a closed tab or an empty
// battery loses a second, not a recording. Nothing leaves this store before the desk has said it holds the same bytes.
"use strict";

window.Field = window.Field || {};

Field.store = (() => {
  const NAME = "yangguang-field";
  const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  let opened = null;

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  const database = () => {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("captures", { keyPath: "id" });
        request.result.createObjectStore("parts", { keyPath: ["id", "offset"] });
        request.result.createObjectStore("settings", { keyPath: "name" });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return opened;
  };

  // One transaction; resolves once what was written is on disk.
  const within = async (stores, mode, act) => {
    const transaction = (await database()).transaction(stores, mode, { durability: "strict" });
    const ended = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
    const [answer] = await Promise.all([act(...stores.map((name) => transaction.objectStore(name))), ended]);
    return answer;
  };

  const all = async (account) => {
    const found = await within(["captures"], "readonly", (captures) => done(captures.getAll()));
    return found.filter((one) => one.account === account).sort((a, b) => a.began_at.localeCompare(b.began_at));
  };

  const get = (id) => within(["captures"], "readonly", (captures) => done(captures.get(id)));
  const put = (capture) => within(["captures"], "readwrite", (captures) => done(captures.put(capture)));

  const addPart = (capture, buffer) =>
    within(["captures", "parts"], "readwrite", async (captures, parts) => {
      parts.put({ id: capture.id, offset: capture.size, buffer });
      capture.size += buffer.byteLength;
      await done(captures.put(capture));
    });

  // Up to `most` bytes from an offset on, out of however many pieces they lie in.
  const read = (id, offset, most) =>
    within(["parts"], "readonly", async (parts) => {
      const first = await done(parts.openCursor(IDBKeyRange.bound([id, 0], [id, offset]), "prev"));
      if (!first) return new Uint8Array(0);
      const pieces = [];
      let size = 0;
      await new Promise((resolve, reject) => {
        const request = parts.openCursor(IDBKeyRange.bound([id, first.value.offset], [id, Infinity]));
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor || size >= most) return resolve();
          const skipped = Math.max(0, offset - cursor.value.offset);
          const piece = new Uint8Array(cursor.value.buffer).subarray(skipped, skipped + most - size);
          pieces.push(piece);
          size += piece.length;
          cursor.continue();
        };
      });
      const joined = new Uint8Array(size);
      let at = 0;
      for (const piece of pieces) {
        joined.set(piece, at);
        at += piece.length;
      }
      return joined;
    });

  const removeParts = (parts, id) => parts.delete(IDBKeyRange.bound([id, 0], [id, Infinity]));

  // The desk holds the same bytes: what lay here is removed, and one line tells so for a day.
  const handedOver = (capture) =>
    within(["captures", "parts"], "readwrite", async (captures, parts) => {
      removeParts(parts, capture.id);
      const { id, account, name, size, sha256, began_at, clock_offset_ms } = capture;
      await done(captures.put({ id, account, name, size, sha256, began_at, clock_offset_ms, state: "done", done_at: Date.now() }));
    });

  const forget = (id) =>
    within(["captures", "parts"], "readwrite", async (captures, parts) => {
      removeParts(parts, id);
      await done(captures.delete(id));
    });

  const setting = (name) => within(["settings"], "readonly", async (settings) => (await done(settings.get(name)))?.value);
  const set = (name, value) => within(["settings"], "readwrite", (settings) => done(settings.put({ name, value })));

  const newId = () => [...crypto.getRandomValues(new Uint8Array(26))].map((byte) => LETTERS[byte % 32]).join("");

  return { all, get, put, addPart, read, handedOver, forget, setting, set, newId };
})();

Field.hash = (() => {
  let worker = null;
  let asked = 0;
  const waiting = new Map();

  const told = (message, transfer = []) => {
    if (!worker) {
      worker = new Worker(document.querySelector("[data-hasher]").dataset.hasher);
      worker.onmessage = ({ data }) => {
        waiting.get(data.ask)(data.digest);
        waiting.delete(data.ask);
      };
    }
    worker.postMessage(message, transfer);
  };
  const answer = (message) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      told({ ask: asked, ...message });
    });
  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  return {
    begin: (id) => told({ verb: "begin", id }),
    add: (id, buffer) => told({ verb: "add", id, buffer }),
    end: async (id) => hex(await answer({ verb: "end", id })),
    whole: (buffer) => answer({ verb: "whole", buffer }),
  };
})();

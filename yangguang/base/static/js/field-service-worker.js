// Keeps the pages for recording on the spot, and nothing else of the desk, so that they open without a network: until the sign-in
// they were opened under is over, and not after a sign-out. What was recorded does not lie here (field-store.js).
"use strict";

const KEPT = "yangguang-field-1";
const PAGES = /^\/desk\/(files\/[a-z2-7]{26}\/)?field\/$/;
const SIGNING = /^\/desk\/sign-(in|out)(\/|$)/;
const FOR = "X-Kept-For"; // seconds, told by the desk: its clock may not be the telephone's
const UNTIL = "X-Kept-Until";
const PATIENCE = 4000; // milliseconds until a page that does not come is taken from here

const wipe = () => caches.delete(KEPT);
const isStatic = (url) => url.origin === location.origin && url.pathname.startsWith("/static/");
const lasts = (answer) => Number(answer.headers.get(UNTIL)) > Date.now();

const laidDown = async (path, answer) => {
  const headers = new Headers(answer.headers);
  headers.set(UNTIL, String(Date.now() + Number(answer.headers.get(FOR)) * 1000));
  await (await caches.open(KEPT)).put(path, new Response(await answer.blob(), { headers }));
};

const keep = async (address) => {
  const url = new URL(address, location.origin);
  if (!isStatic(url) && !PAGES.test(url.pathname)) return;
  const answer = await fetch(url.pathname, { credentials: "same-origin", redirect: "error" });
  if (answer.ok && (isStatic(url) || answer.headers.has(FOR))) await laidDown(url.pathname, answer);
};

const absent = () =>
  new Response("没有网络，这个页面在本机的保留期已经结束。已经采集的记录仍在本机，连上网络登录后继续上传。", {
    status: 503,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });

const fromHere = async (path) => {
  const cache = await caches.open(KEPT);
  const found = await cache.match(path);
  if (found && lasts(found)) return found;
  await cache.delete(path);
  return absent();
};

const patiently = (request) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("slow")), PATIENCE);
    fetch(request).then(resolve, reject);
  });

const pageOf = async (request, path) => {
  let answer;
  try {
    answer = await patiently(request);
  } catch {
    return fromHere(path);
  }
  if (answer.type === "opaqueredirect" || answer.redirected) await wipe(); // the sign-in is over
  else if (answer.ok && answer.headers.has(FOR)) await laidDown(path, answer.clone());
  return answer;
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(Promise.allSettled(event.data.keep.map(keep)).then(() => event.ports[0]?.postMessage("kept")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && SIGNING.test(url.pathname)) event.waitUntil(wipe());
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && PAGES.test(url.pathname)) event.respondWith(pageOf(request, url.pathname));
  else if (isStatic(url)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(url.pathname)) || Response.error()));
  }
});

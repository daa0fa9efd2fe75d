// @ts-check
/**
 * Where works are kept: IndexedDB, in this browser alone. Each work has its last versions
 * beside it. Two tabs with the same work hear of each other.
 */

/** Versions that are kept of a work. */
const VERSIONS = 50;
/** Ms between two versions. */
const APART = 30_000;

/** How long the store may take to answer, in ms. WebKit's sometimes never does. */
const PATIENCE = 8_000;

/** @typedef {{ id: number, name: string, time: number, article: string, text: string }} Work */

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

function database() {
  if (opening) return opening;
  /** @type {Promise<IDBDatabase>} */
  const own = new Promise((resolve, reject) => {
    const request = indexedDB.open('dateline-desk', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('works', { keyPath: 'id' });
      request.result.createObjectStore('versions', { keyPath: ['id', 'time'] });
    };
    request.onsuccess = () => {
      // Another tab with a later desk shall not wait for this one.
      request.result.onversionchange = () => request.result.close();
      // The browser may end it, too.
      request.result.onclose = lose;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another tab holds an older store'));
  });
  const lose = () => { if (opening === own) opening = undefined; };
  own.catch(lose);
  opening = own;
  return own;
}

/** One try with the store. @typedef {{ isLate: boolean }} Attempt */

/**
 * Does something with the store; once more, over a new connection, where the first is lost or
 * does not answer.
 *
 * @template T @param {(attempt: Attempt) => Promise<T>} act @returns {Promise<T>}
 */
async function patiently(act) {
  let attempt = /** @type {Attempt} */ ({ isLate: false });
  const inTime = () => new Promise((resolve, reject) => {
    attempt = { isLate: false };
    const late = setTimeout(() => reject(new Error('the store does not answer')), PATIENCE);
    act(attempt).then(resolve, reject).finally(() => clearTimeout(late));
  });
  const before = opening;
  return inTime().catch(() => {
    // Should it wake up after all, it must not write what is older by then.
    attempt.isLate = true;
    if (opening === before) opening = undefined;
    before?.then((store) => store.close(), () => {});
    return inTime();
  });
}

/**
 * Asks the store for all that one transaction does, at once, and gives it away: WebKit puts a
 * page that is left by with what runs in it, and a transaction that still waits for its page
 * holds up every later one, those of the next page too.
 *
 * @template {IDBRequest[]} R
 * @param {IDBTransactionMode} mode @param {Attempt} attempt
 * @param {(works: IDBObjectStore, versions: IDBObjectStore) => [...R]} ask
 * @returns {Promise<{ [K in keyof R]: R[K] extends IDBRequest<infer T> ? T : never }>} what each request found
 */
async function transact(mode, attempt, ask) {
  const store = await database();
  if (attempt.isLate) throw new Error('it was asked anew meanwhile');
  const transaction = store.transaction(['works', 'versions'], mode, { durability: 'relaxed' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('the store is full'));
    transaction.onerror = () => reject(transaction.error);
  });
  const requests = ask(transaction.objectStore('works'), transaction.objectStore('versions'));
  transaction.commit();
  await done;
  return /** @type {any} */ (requests.map(({ result }) => result));
}

/** The versions of a work, as keys. @param {number} id */
const versionsOf = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** Whether two of a work hold the same. @param {Work | undefined} one @param {Work} other */
const isSame = (one, other) => one?.article === other.article && one.text === other.text;

/**
 * Keeps a work; and as a version, too, where the last is old enough and holds something else.
 *
 * @param {Work} work
 */
export const keep = (work) => patiently(async (attempt) => {
  const all = versionsOf(work.id);
  const [before, keys] = await transact('readonly', attempt, (works, versions) => [
    /** @type {IDBRequest<Work | undefined>} */ (works.get(work.id)), versions.getAllKeys(all),
  ]);
  const isOld = isSame(before, work) && before?.name === work.name;
  const last = /** @type {[number, number] | undefined} */ (keys.at(-1));
  // A version is read where its time has come, and not with each letter.
  const isDue = !last || work.time - last[1] > APART;
  const [latest] = last && isDue ? await transact('readonly', attempt, (_, versions) => [versions.get(last)]) : [];
  const isVersion = isDue && !isSame(latest, work);
  if (isOld && !isVersion) return;
  await transact('readwrite', attempt, (works, versions) => [
    ...isOld ? [] : [works.put(work)],
    ...isVersion ? [versions.put(work), ...keys.slice(0, 1 - VERSIONS).map((key) => versions.delete(key))] : [],
  ]);
  if (!isOld) tell('kept', work.id);
});

/** @param {number} id @returns {Promise<Work | undefined>} */
const stored = (id) => patiently(async (attempt) => (await transact('readonly', attempt, (works) => [works.get(id)]))[0]);

/** By which it is known what a page noted of a work. */
const NOTE = 'dateline-desk:';

/**
 * Notes a work that is not kept yet: of a page that is left nothing is waited for, so that only
 * this is sure to be written.
 *
 * @param {Work} work
 */
export function note(work) {
  try {
    localStorage.setItem(NOTE + work.id, JSON.stringify(work));
  } catch {
    // It is full, or forbidden. The editor has been asked whether to leave.
  }
}

/** Keeps what pages before this one have noted, unless it was kept since. */
async function recover() {
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(NOTE))) {
    try {
      const noted = /** @type {Work} */ (JSON.parse(localStorage.getItem(key) ?? ''));
      const before = await stored(noted.id);
      if (!before || before.time < noted.time) await keep(noted);
      localStorage.removeItem(key);
    } catch {
      // It stays for the next time, and holds up no other.
    }
  }
}

// Without notes there is what was kept before.
const recovered = (async () => recover())().catch(() => {});

/** Every work, the latest first, without what is in it. */
export const list = () => patiently(async (attempt) => {
  await recovered;
  const [all] = await transact('readonly', attempt, (works) => [/** @type {IDBRequest<Work[]>} */ (works.getAll())]);
  return all.sort((a, b) => b.time - a.time).map(({ id, name, time }) => ({ id, name, time }));
});

/** @param {number} id @returns {Promise<Work | undefined>} */
export const work = async (id) => {
  await recovered;
  return stored(id);
};

/** The times of a work's versions, the latest first. @param {number} id */
export const versions = (id) => patiently(async (attempt) => {
  const [keys] = await transact('readonly', attempt, (_, all) => [all.getAllKeys(versionsOf(id))]);
  return keys.map((key) => /** @type {number[]} */ (key)[1]).reverse();
});

/** @param {number} id @param {number} time @returns {Promise<Work | undefined>} */
export const version = (id, time) => patiently(async (attempt) => (await transact('readonly', attempt, (_, all) => [all.get([id, time])]))[0]);

/** Forgets a work and its versions. @param {number} id */
export const forget = (id) => patiently(async (attempt) => {
  await transact('readwrite', attempt, (works, all) => [works.delete(id), all.delete(versionsOf(id))]);
  try {
    localStorage.removeItem(NOTE + id);
  } catch {
    // Then nothing was noted.
  }
});

/** Which tab this is. */
const TAB = Math.random();
/** What tabs tell each other by, where the browser lets them. @type {BroadcastChannel | undefined} */
let channel;
try {
  channel = new BroadcastChannel('dateline-desk');
} catch {
  // Then they do not hear of each other.
}

/** Tells other tabs. That it cannot be told is no trouble of the work's. @param {string} kind @param {number} id */
function tell(kind, id) {
  try {
    channel?.postMessage({ kind, id, tab: TAB });
  } catch {
    channel = undefined;
  }
}

/**
 * Says which work is open here, and hears of others: `kept` when another tab has kept it,
 * `open` when it is open in another tab, too. Without a work there is nothing to say.
 *
 * @param {number} id @param {(what: string) => void} hear
 */
export function attend(id, hear) {
  if (!channel) return;
  channel.onmessage = ({ data }) => {
    if (!id || data.tab === TAB || data.id !== id) return;
    if (data.kind === 'hello') tell('here', id);
    hear(data.kind === 'kept' ? 'kept' : 'open');
  };
  if (id) tell('hello', id);
}

/** The work that the page's address names. */
export function addressed() {
  return Number(new URLSearchParams(location.hash.slice(1)).get('work')) || 0;
}

/** Writes the work into the page's address, so that a reload opens it again. @param {number} id */
export function address(id) {
  history.replaceState(null, '', id ? `#work=${id}` : location.pathname + location.search);
}

/** Whether leaving the page has to be asked. */
let isAsked = false;
addEventListener('beforeunload', (event) => { if (isAsked) event.preventDefault(); });

/** Has the browser ask before the page is left, or not. @param {boolean} is */
export function ask(is) {
  isAsked = is;
}

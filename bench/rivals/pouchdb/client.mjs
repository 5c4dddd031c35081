/**
 * A PouchDB on disk and a server of it: `client.mjs FOLDER URL BATCH up|down`. Is sent records: going up, it stores
 * them and replicates them to the server; going down, it is sent none and fetches the server's. Says how long the
 * replication took.
 */
import PouchDB from 'pouchdb';

const [folder, url, batch, way] = process.argv.slice(2);
const db = new PouchDB(`${folder}/records`, { adapter: 'leveldb' });
const options = { batch_size: Number(batch), batches_limit: 4 };

process.on('message', async (records) => {
  await db.bulkDocs(records);
  const began = performance.now();
  const { docs_written, ok } =
    way === 'up'
      ? await db.replicate.to(`${url}/records`, options)
      : await db.replicate.from(`${url}/records`, options);
  const ms = performance.now() - began;
  process.send?.({ ms, written: docs_written, ok });
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });

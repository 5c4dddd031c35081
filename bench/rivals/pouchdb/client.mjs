/**
 * A PouchDB on disk that replicates to a server: `client.mjs FOLDER URL BATCH`. Is sent its records, stores them, and
 * says how long the replication took.
 */
import PouchDB from 'pouchdb';

const [folder, url, batch] = process.argv.slice(2);
const db = new PouchDB(`${folder}/records`, { adapter: 'leveldb' });

process.on('message', async (records) => {
  await db.bulkDocs(records);
  const began = performance.now();
  const { docs_written, ok } = await db.replicate.to(`${url}/records`, {
    batch_size: Number(batch),
    batches_limit: 4,
  });
  const ms = performance.now() - began;
  process.send?.({ ms, written: docs_written, ok });
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });

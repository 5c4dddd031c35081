/**
 * PouchDB's own server on a folder, as its README starts it; tells its parent where it listens. Is sent records and
 * stores them.
 */
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const [folder] = process.argv.slice(2);
const OnDisk = PouchDB.defaults({ prefix: `${folder}/`, adapter: 'leveldb' });
const app = express();
// The least it needs to replicate: its web page, its log and its validation would only cost it time.
app.use(
  '/',
  expressPouchdb(OnDisk, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }),
);
const server = app.listen(0, '127.0.0.1', () =>
  process.send?.({ url: `http://127.0.0.1:${server.address().port}` }),
);
process.on('message', async (records) => {
  await new OnDisk('records').bulkDocs(records);
  process.send?.({ stored: records.length });
});
process.on('disconnect', () => process.exit());

// Against the server whose address stands in BONEMETS, and against busy ones of our own making. Compile the package first.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { BonemetsClient, BonemetsProblem } from '../dist/index.js';

const rules = new BonemetsClient(process.env.BONEMETS);
const lesion = { site: 'peritrochanteric', pain: null, appearance: 'lytic', corticalPercent: 80, fractured: false };

test('a decision, also from a Bundle', async () => {
  const decision = await rules.execute('MirelsFractureRisk', { lesion }, { asOf: '2026-01-31' });
  assert.equal(decision.asOf, '2026-01-31');
  assert.equal(decision.verdicts.ProphylacticFixationIndicated, 'met');
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Patient', id: 'p', birthDate: '1960-05-01' } }] };
  const read = await rules.executeBundle('Hypercalcemia', bundle, { explain: 'none' });
  assert.ok(read.bundle.taken.some(({ fact }) => fact === 'patient.ageYears'));
});

test('what to ask next, and what would change a rule', async () => {
  const { questions } = await rules.questions('Hypercalcemia', { patient: { totalCalcium: 9.2, albumin: 3.1 } });
  assert.equal(questions[0].fact, 'patient.ionizedCalcium');
  const { alternatives } = await rules.contrast('MirelsFractureRisk', 'ActualFracture', { lesion });
  assert.deepEqual(alternatives[0].changes.map(({ fact, to }) => [fact, to]), [['lesion.fractured', true]]);
  assert.ok((await rules.workflows()).some(({ name }) => name === 'Hypercalcemia'));
});

test('a refusal says where and what to do', async () => {
  await assert.rejects(rules.execute('MirelsFractureRisk', { lesion: { siet: 'femur' } }), (error) => {
    assert.ok(error instanceof BonemetsProblem);
    assert.equal(error.kind, 'wrong-facts');
    assert.equal(error.problem.errors[0].pointer, '/facts/lesion/siet');
    assert.match(error.message, /site/);
    return true;
  });
});

test('a batch keeps its order and goes on after a patient whose facts do not fit', async () => {
  const patients = Array.from({ length: 100 }, (_, i) => ({ id: `p${i}`, facts: { lesion: i % 50 === 49 ? { siet: 'x' } : { fractured: i % 10 === 1 } } }));
  const answers = [];
  for await (const answer of new BonemetsClient(process.env.BONEMETS, { batchSize: 7, batchRequests: 3 }).executeBatch('MirelsFractureRisk', patients)) answers.push(answer);
  assert.deepEqual(answers.map(({ id }) => id), patients.map(({ id }) => id));
  answers.forEach((answer, i) => {
    if (i % 50 === 49) assert.match(answer.problem.type, /wrong-facts$/);
    else assert.equal(answer.decision.verdicts.ActualFracture, i % 10 === 1 ? 'met' : 'notMet');
  });
});

async function busy(refusals, status, retryAfter, run) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    if (asked > refusals) return response.end('{"workflow":"W"}');
    response.writeHead(status, { 'Content-Type': 'application/problem+json', ...(retryAfter ? { 'Retry-After': retryAfter } : {}) });
    return response.end(JSON.stringify({ type: '/problems/x', title: 'Refused', status }));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    await run(new BonemetsClient(`http://127.0.0.1:${server.address().port}/`, { firstPause: 1 }), () => asked);
  } finally {
    server.close();
  }
}

test('every attempt of a call has the same idempotency key, and every call another one', async () => {
  const keys = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    request.resume();
    if (keys.length % 3 !== 0) { response.writeHead(503); return response.end(); }
    return response.end('{"workflow":"W"}');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    const client = new BonemetsClient(`http://127.0.0.1:${server.address().port}/`, { firstPause: 1 });
    await client.execute('W', {});
    await client.executeBundle('W', {});
    await client.execute('W', {}, { idempotencyKey: 'mine' });
    await client.questions('W', {});
  } finally {
    server.close();
  }
  assert.match(keys[0], /^auto-[0-9a-f]{32}$/);
  assert.deepEqual(keys, [keys[0], keys[0], keys[0], keys[3], keys[3], keys[3], 'mine', 'mine', 'mine', undefined, undefined, undefined]);
  assert.notEqual(keys[0], keys[3]);
});

test('a busy server is asked again', () => busy(3, 503, null, async (client, asked) => {
  assert.equal((await client.execute('W', {})).workflow, 'W');
  assert.equal(asked(), 4);
}));

test('a server that asks for a long pause is not waited for, and what does not get better is told', async () => {
  await busy(9, 429, '600', async (client, asked) => {
    await assert.rejects(client.execute('W', {}), { problem: { type: '/problems/x', title: 'Refused', status: 429 } });
    assert.equal(asked(), 1);
  });
  await busy(9, 429, '0', async (client, asked) => {
    await assert.rejects(client.execute('W', {}), BonemetsProblem);
    assert.equal(asked(), 5);
  });
});

test('whoever gives up is let go', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  await assert.rejects(rules.execute('MirelsFractureRisk', { lesion }, { signal: stop.signal }), /enough/);
});

import { vi } from 'vitest';
import { agent, decision, library, mirels, schemas } from './fixtures';

interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

/** Stands in for the server: reads come from the recorded files, decisions from the test. */
export function serve(decide: (body: string) => Answer | Promise<Answer> = () => ({ body: decision('mirels-empty') })) {
  const bodies: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    '/api/v1/workflows': library,
    '/api/v1/workflows/MirelsFractureRisk': mirels,
    '/api/v1/workflows/BoneTargetedAgent': agent,
    '/api/v1/facts/lesion': schemas.lesion,
    '/api/v1/facts/patient': schemas.patient,
  };
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method === 'POST') {
      bodies.push(String(init.body));
      const { status = 200, body } = await decide(String(init.body));
      return new Response(JSON.stringify(body), { status });
    }
    const found = answers[url];
    return found
      ? new Response(JSON.stringify(found))
      : new Response(JSON.stringify({ title: 'Not found', status: 404, detail: 'there is no workflow `X`, did you mean `MirelsFractureRisk`', traceId: '00-1' }), { status: 404 });
  });
  return bodies;
}

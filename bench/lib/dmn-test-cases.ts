import { SaxesParser } from 'saxes';

export interface ResultNode {
  readonly name: string;
  /** JSON: dates, times and durations as their ISO texts. */
  readonly expected: unknown;
  readonly error: boolean;
}

export interface TestCase {
  readonly id: string;
  readonly type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly results: readonly ResultNode[];
}

interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** Reads a file of test cases of the DMN Technology Compatibility Kit. */
export function readTestCases(xml: string): { modelName: string; cases: readonly TestCase[] } {
  const root = parse(xml);
  return { modelName: childrenOf(root, 'modelName')[0]?.text.trim() ?? '', cases: childrenOf(root, 'testCase').map(readCase) };
}

function parse(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const node: XmlNode = { name: localName(tag.name), attributes: Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [localName(name), value])), children: [], text: '' };
    stack.at(-1)?.children.push(node);
    if (!tag.isSelfClosing) stack.push(node);
  });
  parser.on('text', (text) => {
    const node = stack.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', (tag) => { if (!tag.isSelfClosing) stack.pop(); });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return root.children[0] ?? root;
}

function localName(name: string): string {
  return name.replace(/^.*:/, '');
}

function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

function readCase(node: XmlNode): TestCase {
  return {
    id: node.attributes['id'] ?? '', type: node.attributes['type'] ?? 'decision',
    inputs: Object.fromEntries(childrenOf(node, 'inputNode').map((input) => [spelled(input), readValue(input)])),
    results: childrenOf(node, 'resultNode').map((result) => {
      const expected = childrenOf(result, 'expected')[0];
      return { name: spelled(result), expected: expected === undefined ? null : readValue(expected), error: result.attributes['errorResult'] === 'true' };
    }),
  };
}

function spelled(node: XmlNode): string {
  return (node.attributes['name'] ?? '').trim().replace(/\s+/g, ' ');
}

function readValue(node: XmlNode): unknown {
  if (node.attributes['nil'] === 'true') return null;
  const [list] = childrenOf(node, 'list');
  if (list !== undefined) return list.attributes['nil'] === 'true' ? null : childrenOf(list, 'item').map(readValue);
  const components = childrenOf(node, 'component');
  if (components.length > 0) return Object.fromEntries(components.map((component) => [spelled(component), readValue(component)]));
  const [value] = childrenOf(node, 'value');
  return value === undefined ? null : readSimple(value);
}

function readSimple(value: XmlNode): unknown {
  if (value.attributes['nil'] === 'true') return null;
  const type = localName(value.attributes['type'] ?? 'string');
  if (type === 'boolean') return value.text.trim() === 'true';
  if (['decimal', 'double', 'float', 'integer', 'int', 'long'].includes(type)) return Number(value.text);
  return type === 'string' ? value.text : value.text.trim();
}

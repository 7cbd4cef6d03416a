import { BpmnModdle } from 'bpmn-moddle';
import { tongbanExtension } from '../moddle-extension.ts';
import { createProblem, type Problem } from '../problem.ts';
import { isElement, type ModdleElement } from './element.ts';

type Warning = Awaited<ReturnType<BpmnModdle['fromXML']>>['warnings'][number];

const maximumLength = 2_000_000;
// incoming and outgoing only repeat what the flows say; diagram references only affect the drawing
const bindingReferences = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'default', 'messageRef']);

/** Parses BPMN XML into moddle elements; a warning that changes the meaning of the process is a problem. */
export async function readXml(xml: string): Promise<{ definitions?: ModdleElement; problems: Problem[] }> {
  if (xml.length > maximumLength) return { problems: [createProblem('too-large', undefined, String(maximumLength))] };
  try {
    const { rootElement, warnings } = await new BpmnModdle({ tongban: tongbanExtension }).fromXML(xml);
    return { definitions: rootElement, problems: warnings.flatMap(toProblem) };
  } catch (error) {
    return { problems: [createProblem('invalid-xml', undefined, firstLine(error instanceof Error ? error.message : ''))] };
  }
}

function toProblem(warning: Warning): Problem[] {
  const duplicate = /duplicate ID <([^>]*)>/.exec(warning.message);
  if (duplicate !== null) return [createProblem('duplicate-id', undefined, duplicate[1])];
  const unknown = /unknown type <([^>]*)>/.exec(warning.message);
  if (unknown !== null) return [createProblem('unsupported-element', undefined, unknown[1])];
  if (warning.message.startsWith('unresolved reference')) {
    const property = warning.property?.replace(/^.*:/, '') ?? '';
    if (!bindingReferences.has(property)) return [];
    return [createProblem('unresolved-reference', isElement(warning.element) ? warning.element : undefined, warning.value)];
  }
  if (warning.message.startsWith('unknown attribute')) return [];
  return [createProblem('invalid-xml', undefined, firstLine(warning.message))];
}

function firstLine(message: string): string {
  return message.split('\n').map((line) => line.trim()).join('，').slice(0, 200);
}

import type { ProcessModel, ProcessNode, SequenceFlow } from '../model.ts';
import { findText, listElements, type ModdleElement } from './element.ts';
import { readFlow } from './read-flow.ts';
import { readNode } from './read-node.ts';
import type { Reading } from './reading.ts';

/** Turns a process element into the executable model, sub-processes flattened with their scope noted on each node. */
export function readProcess(reading: Reading, process: ModdleElement): ProcessModel {
  const nodes: ProcessNode[] = [];
  const flows: SequenceFlow[] = [];
  readContainer(process, undefined);
  const name = findText(process, 'name');
  return { format: 1, id: process.id ?? '', ...(name === undefined ? {} : { name }), nodes, flows };

  function readContainer(container: ModdleElement, scope: string | undefined): void {
    for (const element of listElements(container, 'flowElements')) {
      if (element.$type === 'bpmn:SequenceFlow') {
        const flow = readFlow(reading, element);
        if (flow !== undefined) flows.push(flow);
        continue;
      }
      const node = readNode(reading, element, scope);
      if (node !== undefined) nodes.push(node);
      if (node?.kind === 'sub-process') readContainer(element, node.id);
    }
  }
}

import type { ApplicationMaterial, ItemElements, Situation } from '../catalog/contract.ts';
import { conditionsHold, isNeeded, listQuestionnairePaths, type Answers } from '../catalog/index.ts';

/** In which situations an item asks for some of its materials. */
export interface SituationsOfMaterials {
  /** Names of situations by the key of the material; empty when it is asked for in all of them. */
  asked: Map<string, string[]>;
  /** Situations in which more than one of them is asked for at once. */
  doubled: string[];
}

const everySituation = '全部情形';

interface Ending { situation: Situation | undefined; path: Answers }

function endingsOf({ questionnaire }: ItemElements): Ending[] {
  if (questionnaire === undefined) return [{ situation: undefined, path: new Map() }];
  return (listQuestionnairePaths(questionnaire) ?? []).map((path) => ({ situation: questionnaire.situations.find(({ when }) => conditionsHold(when, path)), path }));
}

/** Walks every complete set of answers of the item for the materials of the given keys. */
export function findSituations(elements: ItemElements, keys: readonly string[]): SituationsOfMaterials {
  const materials = elements.materials.filter(({ key }) => keys.includes(key));
  const endings = endingsOf(elements);
  const names = (holds: (ending: Ending) => boolean): string[] => {
    const kept = endings.filter(holds);
    if (kept.length === endings.length) return [];
    return [...new Set(kept.flatMap(({ situation }) => situation?.name ?? []))];
  };
  const asks = (material: ApplicationMaterial) => ({ situation, path }: Ending): boolean => isNeeded(material, path, situation?.key);
  const twice = (ending: Ending): boolean => materials.filter((material) => asks(material)(ending)).length > 1;
  const doubled = names(twice);
  return {
    asked: new Map(materials.map((material) => [material.key, names(asks(material))])),
    doubled: doubled.length === 0 && endings.length > 0 && endings.every(twice) ? [everySituation] : doubled,
  };
}

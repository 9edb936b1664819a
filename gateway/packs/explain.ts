import { compileCondition } from '../domain/localisation/condition.ts';
import { declaredOf } from '../domain/localisation/declared.ts';
import type { FaultRule, Knowledge, SymptomRule } from '../domain/localisation/knowledge.ts';
import type { Pack, Words } from '../domain/pack.ts';
import { type ExplainWords, explainWords } from './explain-words.ts';

export type Language = keyof Words;

/** What a pack says of one fault or, shortly, of all, in lines for a person. Undefined: it has no such fault. */
export function explain(pack: Pack, fault: string | undefined, language: Language): readonly string[] | undefined {
  const words = explainWords[language];
  const { knowledge } = pack;
  if (!knowledge || knowledge.faults.length === 0) return fault === undefined ? [words.nothing] : undefined;
  const explainer = new Explainer(pack, knowledge, language);
  if (fault === undefined) return knowledge.faults.map((rule) => explainer.line(rule));
  const rule = knowledge.faults.find(({ id }) => id === fault);
  return rule && explainer.whole(rule);
}

interface Difference {
  readonly symptom: SymptomRule;
  /** Expected, if one looks and it is the one and not the other. */
  readonly bits: number;
}

interface Neighbour {
  readonly fault: FaultRule;
  readonly bits: number;
  readonly differences: readonly Difference[];
}

const shownNeighbours = 3;
const shownDifferences = 3;
const leastBits = 0.1;

class Explainer {
  readonly #knowledge: Knowledge;
  readonly #language: Language;
  readonly #words: ExplainWords;
  readonly #symptoms: ReadonlyMap<string, SymptomRule>;
  /** Symptom to the tests and questions that tell of it. */
  readonly #asked: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(pack: Pack, knowledge: Knowledge, language: Language) {
    this.#knowledge = knowledge;
    this.#language = language;
    this.#words = explainWords[language];
    this.#symptoms = new Map(knowledge.symptoms.map((symptom) => [symptom.id, symptom]));
    const declared = declaredOf(pack);
    this.#asked = new Map(
      knowledge.symptoms.map(({ id, instances }) => {
        const reads = instances.map(({ when }) => compileCondition({ source: when, declared }).reads);
        return [id, new Set(reads.flatMap(({ answers, results }) => [...answers, ...results]))];
      }),
    );
  }

  line(fault: FaultRule): string {
    const [nearest] = this.#neighbours(fault);
    const beside = nearest ? `  ${this.#words.nearest(nearest.fault.id, nearest.bits.toFixed(1))}` : '';
    return `${fault.id.padEnd(5)}${this.#say(fault.words)}${beside}`;
  }

  whole(fault: FaultRule): readonly string[] {
    const words = this.#words;
    return [
      `${fault.id}  ${this.#say(fault.words)}  (${fault.component})`,
      `  ${words.toOwner} ${this.#say(fault.owner)}`,
      `  ${words.standing({ basis: words.basis[fault.basis], exit: words.exits[fault.exit], prior: fault.prior })}`,
      '',
      words.shows,
      ...this.#shown(fault).map(([symptom, chance]) => `  ${this.#chance(chance)}  ${this.#named(symptom)}`),
      ...this.#neighbours(fault)
        .slice(0, shownNeighbours)
        .flatMap((neighbour) => this.#apart(fault, neighbour)),
      '',
      words.steps,
      ...this.#steps(fault),
      ...(fault.escalate ? ['', `${words.escalate} ${this.#say(fault.escalate)}`] : []),
    ];
  }

  #shown(fault: FaultRule): readonly (readonly [SymptomRule, number])[] {
    return [...fault.symptoms]
      .flatMap(([id, chance]) => {
        const symptom = this.#symptoms.get(id);
        return symptom ? [[symptom, chance] as const] : [];
      })
      .sort((a, b) => b[1] - a[1]);
  }

  #apart(fault: FaultRule, { fault: other, bits, differences }: Neighbour): readonly string[] {
    const rows = differences.slice(0, shownDifferences).map(({ symptom }) => {
      const own = this.#chance(fault.symptoms.get(symptom.id) ?? 0);
      const others = this.#chance(other.symptoms.get(symptom.id) ?? 0);
      return `  ${own}  ${this.#words.against} ${others}  ${this.#named(symptom)}`;
    });
    const isAsSaid = fault.confusable.includes(other.id) ? this.#words.confusable : '';
    return ['', this.#words.apart(`${other.id} ${this.#say(other.words)}`, bits.toFixed(1)) + isAsSaid, ...rows];
  }

  #steps(fault: FaultRule): readonly string[] {
    const { tests, questions, actions } = this.#knowledge;
    const apart = this.#neighbours(fault).slice(0, shownNeighbours);
    const looked = apart.flatMap(({ differences }) => differences.map(({ symptom }) => symptom.id));
    const telling = new Set([...fault.symptoms.keys(), ...looked].flatMap((id) => [...(this.#asked.get(id) ?? [])]));
    const looks = [...questions, ...tests].filter(({ id }) => telling.has(id));
    const repairs = actions.filter(({ id }) => fault.repairs.has(id));
    return [
      ...looks.map(({ id, words, cost }) => `  ${this.#words.look} (${cost.seconds} s)  ${this.#say(words)}  [${id}]`),
      ...repairs.map(({ id, words }) => {
        return `  ${this.#words.cures} ${this.#chance(fault.repairs.get(id) ?? 0)}  ${this.#say(words)}  [${id}]`;
      }),
    ];
  }

  /** The nearest first: by what is learned, if it is this fault, when everything of both is looked at. */
  #neighbours(fault: FaultRule): readonly Neighbour[] {
    return this.#knowledge.faults
      .filter((other) => other !== fault)
      .map((other) => {
        const ids = new Set([...fault.symptoms.keys(), ...other.symptoms.keys()]);
        const differences = [...ids]
          .flatMap((id): Difference[] => {
            const symptom = this.#symptoms.get(id);
            return symptom ? [{ symptom, bits: bitsBetween(symptom, fault, other) }] : [];
          })
          .filter(({ bits }) => bits >= leastBits)
          .sort((a, b) => b.bits - a.bits);
        return { fault: other, bits: differences.reduce((sum, { bits }) => sum + bits, 0), differences };
      })
      .sort((a, b) => a.bits - b.bits);
  }

  #named(symptom: SymptomRule): string {
    return `${this.#say(symptom.words)}  [${symptom.id}]`;
  }

  #chance(chance: number): string {
    return this.#words.chance(chance);
  }

  #say(words: Words): string {
    return words[this.#language];
  }
}

/** Kullback-Leibler divergence of one symptom under the two faults, leaks included. */
function bitsBetween({ id, leak }: SymptomRule, fault: FaultRule, other: FaultRule): number {
  const of = ({ symptoms }: FaultRule): number =>
    Math.min(0.995, Math.max(0.001, 1 - (1 - leak) * (1 - (symptoms.get(id) ?? 0))));
  const [p, q] = [of(fault), of(other)];
  return p * Math.log2(p / q) + (1 - p) * Math.log2((1 - p) / (1 - q));
}

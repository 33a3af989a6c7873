import type { ReactNode } from 'react';
import { Button } from '@/components/button.tsx';
import { Disclosure } from '@/components/disclosure.tsx';
import { CheckField, CheckGroup } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { FormContext } from '@/components/form/form-context.ts';
import type { FormValues, Problem } from '@/components/form/form-state.ts';
import { FormSection } from '@/components/form-section.tsx';
import type { PageText } from '@/lib/calculator/page-text.ts';
import {
  answersOfPlan,
  basisQuestion,
  choiceQuestions,
  type DateQuestion,
  determinations,
  programsAsked,
  type QuestionName,
  reviewQuestions,
} from '@/lib/calculator/questions.ts';
import { programs, regulators, servicePayers } from '@/lib/deadlines/facts.ts';
import { type CalculatorState, FORM_ID } from './state.ts';

/** The questions, in the order of legal urgency; those that another kind of coverage is asked are hidden by the style sheet. */
export function Questions({
  state,
  submit,
  text,
}: {
  state: CalculatorState;
  submit: (form: FormData) => void;
  text: PageText;
}) {
  const { sections, questions, page } = text;
  const isAsking = state.status === 'asking';
  const context = {
    idPrefix: '',
    problems: state.status === 'refused' ? (state.problems as Problem[]) : [],
    values: isAsking ? null : (state.values as FormValues),
    echoes: isAsking ? {} : state.echoes,
    isDraft: false,
  };
  const hasReview =
    !isAsking &&
    [...reviewQuestions, 'determination'].some(
      (name) => name in state.values || context.problems.some(({ field }) => field === name),
    );
  const date = (name: DateQuestion, isOptional = true) => (
    <Asked question={name}>
      <DateField
        name={name}
        label={questions[name].label}
        hint={questions[name].hint}
        optional={isOptional ? text.optional : undefined}
      />
    </Asked>
  );
  return (
    <FormContext value={context}>
      <form id={FORM_ID} className="calc-form" action={submit} noValidate>
        <input type="hidden" name="lang" value={text.language} />
        <FormSection title={sections.coverage.title} detail={sections.coverage.detail}>
          <div className="lf">
            <ChoiceField
              name="program"
              label={questions.program.label}
              choices={programs.map((value) => ({ value, ...text.programs[value] }))}
            />
            <Asked question="serviceCoveredBy">
              <SegmentedField
                name="serviceCoveredBy"
                label={questions.serviceCoveredBy.label}
                choices={servicePayers.map((value) => ({ value, label: text.payers[value] }))}
              />
            </Asked>
            <Asked question="regulator">
              <ChoiceField
                name="regulator"
                label={questions.regulator.label}
                choices={regulators.map((value) => ({ value, ...text.regulators[value] }))}
                defaultValue="unknown"
              />
            </Asked>
            <Asked question="unlicensed">
              <CheckField
                name="unlicensed"
                label={questions.unlicensed.label}
                hint={questions.unlicensed.hint}
              />
            </Asked>
            <Disclosure summary={text.cardHelp.title}>
              <ul className="card-help">
                {text.cardHelp.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Disclosure>
          </div>
        </FormSection>
        <Asked question="danger">
          <FormSection title={sections.danger.title}>
            <SegmentedField
              name="danger"
              label={questions.danger.label}
              choices={choiceQuestions.danger.of.map((value) => ({ value, label: text.yesNo[value] }))}
              defaultValue="no"
            />
          </FormSection>
        </Asked>
        <Asked question="basis">
          <FormSection title={sections.denial.title}>
            <div className="lf">
              <CheckGroup
                name="basis"
                label={questions.basis.label}
                hint={questions.basis.hint}
                choices={basisQuestion.of.map((value) => ({ value, label: text.bases[value] }))}
              />
              {date('denialLetterOn')}
              {date('denialReceivedOn')}
              {date('servicesEndOn')}
              <Asked question="serviceReceived">
                <CheckField name="serviceReceived" label={questions.serviceReceived.label} />
              </Asked>
            </div>
          </FormSection>
        </Asked>
        <Asked question="grievanceReceivedOn">
          <FormSection title={sections.grievance.title} detail={sections.grievance.detail}>
            <div className="lf">
              {date('grievanceFiledOn')}
              {date('grievanceReceivedOn')}
              <CheckField name="urgentGrievance" label={questions.urgentGrievance.label} />
              {date('acknowledgedOn')}
            </div>
          </FormSection>
          <FormSection title={sections.answer.title}>
            <div className="lf">
              <ChoiceField
                name="answer"
                label={questions.answer.label}
                choices={answersOfPlan.map((value) => ({ value, label: text.answers[value] }))}
                defaultValue="none"
              />
              <div className="lf if-answered">
                {date('decisionLetterOn', false)}
                {date('decisionReceivedOn')}
              </div>
            </div>
          </FormSection>
          <FormSection title={sections.review.title}>
            <Disclosure summary={page.moreDates} open={hasReview}>
              <div className="lf">
                <p className="hint">{page.moreDatesLead}</p>
                {reviewQuestions.map((name) => (
                  <div key={name} className="contents">
                    {name === 'determinedOn' ? (
                      <Asked question="determination">
                        <ChoiceField
                          name="determination"
                          label={questions.determination.label}
                          choices={determinations.map((value) => ({
                            value,
                            label: text.determinations[value],
                          }))}
                        />
                      </Asked>
                    ) : null}
                    {date(name)}
                  </div>
                ))}
              </div>
            </Disclosure>
          </FormSection>
        </Asked>
        <p className="calc-go">
          <Button type="submit" primary tall formAction={`/calculator?lang=${text.language}#result`}>
            {state.status === 'answered' ? page.computeAgain : page.compute}
          </Button>
        </p>
      </form>
    </FormContext>
  );
}

function Asked({ question, children }: { question: QuestionName; children: ReactNode }) {
  return <div data-asked={programsAsked(question).join(' ')}>{children}</div>;
}

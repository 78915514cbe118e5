import type { ReactElement } from "react";
import { BATCH_REASONS, type BatchSelection } from "#app/domain/signature/batch-selection.ts";
import type { SampledSignature } from "#app/domain/signature/open-sample.server.ts";
import { SAMPLE_SIZE } from "#app/policy.ts";
import { Button } from "./button.tsx";
import { Choice } from "./choice.tsx";
import { figure } from "./format.ts";
import { dayAndTime } from "./moderate-words.ts";

interface SignatureGroupProps {
  selection: BatchSelection;
  /** The page's own address, without its query. */
  page: string;
  described: {
    count: number;
    hours: readonly { hour: number; count: number }[];
    domains: readonly { domain: string; count: number }[];
  };
  /** Whether it may be taken out as it is. */
  isNarrow: boolean;
  sample?: readonly SampledSignature[];
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** What is known of one group of signatures, a sample on request, and taking all of it out of the count. */
export function SignatureGroup(props: SignatureGroupProps): ReactElement {
  const { selection, page, described, isNarrow, sample, values, errors } = props;
  const { count, hours, domains } = described;
  return (
    <>
      <h2>{count >= 500 ? "At least 500 signatures" : `${figure(count)} signatures`}</h2>
      <p>{selectionWords(selection)}</p>
      <h3>When</h3>
      <ul>
        {hours.slice(0, 10).map(({ hour, count: inHour }) => (
          <li key={hour}>
            {dayAndTime(hour)}, one hour: {figure(inHour)}
          </li>
        ))}
      </ul>
      <h3>Mail services</h3>
      {domains.length === 0 ? (
        <p>None that five of them share.</p>
      ) : (
        <ul>
          {domains.map(({ domain, count: ofDomain }) => (
            <li key={domain}>
              {domain}: {figure(ofDomain)}{" "}
              {selection.domain === domain ? null : (
                <a href={`${page}?${new URLSearchParams(asFields({ ...selection, domain }))}`}>
                  Only these<span className="hidden"> of {domain}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>A sample</h3>
      {sample ? (
        <ul>
          {sample.map(({ name, email, signedAt }) => (
            <li key={`${email} ${name}`}>
              {name}, {email}, {dayAndTime(signedAt)}
            </li>
          ))}
        </ul>
      ) : (
        <form method="post">
          <SelectionFields selection={selection} />
          <p>
            Opens names and addresses of {SAMPLE_SIZE} at most. That you looked is written into the audit log.
          </p>
          <Button tone="quiet" name="intent" value="sample">
            Open a sample
          </Button>
        </form>
      )}
      <h3>Take them out of the count</h3>
      {isNarrow ? (
        <form method="post" noValidate>
          <SelectionFields selection={selection} />
          <p>All of this group, those not looked at here too. You can put them back.</p>
          <Choice
            name="reason"
            label="Why"
            blank="Choose one"
            options={BATCH_REASONS}
            value={values.reason}
            error={errors.reason}
          />
          <Button tone="danger" name="intent" value="invalidate">
            Take them out of the count
          </Button>
        </form>
      ) : (
        <p>Choose one network, one hour or one mail service first.</p>
      )}
    </>
  );
}

function SelectionFields({ selection }: { selection: BatchSelection }): ReactElement {
  return (
    <>
      {Object.entries(asFields(selection)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function asFields({ network, from, until, domain }: BatchSelection): Record<string, string> {
  return {
    ...(network === "" ? {} : { network }),
    ...(from === 0 ? {} : { from: String(from) }),
    ...(until === 0 ? {} : { until: String(until) }),
    ...(domain === "" ? {} : { domain }),
  };
}

function selectionWords({ network, from, until, domain }: BatchSelection): string {
  const parts = [
    ...(network === "" ? [] : [`from network ${network.slice(0, 6)}`]),
    ...(from === 0 ? [] : [`signed from ${dayAndTime(from)}`]),
    ...(until === 0 ? [] : [`signed before ${dayAndTime(until)}`]),
    ...(domain === "" ? [] : [`with an address at ${domain}`]),
  ];
  return parts.length === 0 ? "All of them." : `Counted signatures ${parts.join(", ")}.`;
}

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/*
 * Runs in browsers, on the few pages that talk to a passkey. Shows their forms where the browser can do it, asks the
 * device when the button is pressed, and sends what it answers in the form, which is an ordinary one.
 */
if (browserSupportsWebAuthn())
  for (const form of document.querySelectorAll("form[data-passkey]"))
    if (form instanceof HTMLFormElement) offer(form);

function offer(form: HTMLFormElement): void {
  form.hidden = false;
  for (const note of document.querySelectorAll("[data-without-passkey]")) note.setAttribute("hidden", "");
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button) button.disabled = true;
    showProblem(form, false);
    try {
      const answer = form.elements.namedItem("passkey");
      if (answer instanceof HTMLInputElement) answer.value = JSON.stringify(await askDevice(form));
      form.submit();
    } catch {
      showProblem(form, true);
    }
    if (button) button.disabled = false;
  });
}

async function askDevice({ dataset }: HTMLFormElement): Promise<unknown> {
  if (dataset.passkey === "make") {
    const optionsJSON: PublicKeyCredentialCreationOptionsJSON = JSON.parse(dataset.options ?? "");
    return startRegistration({ optionsJSON });
  }
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = JSON.parse(dataset.options ?? "");
  return startAuthentication({ optionsJSON });
}

function showProblem(form: HTMLFormElement, isShown: boolean): void {
  const problem = form.querySelector("[data-passkey-problem]");
  if (problem instanceof HTMLElement) problem.hidden = !isShown;
}

// A certified OpenID provider as a process of its own, told by POST /control what to be: its clients and people, who
// signs in next and how well, whether its keys are new, its clock goes wrong or it is slow. It prints its address.

import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Provider } from 'oidc-provider'

const told = { clients: [], people: {}, next: {}, delay: 0, clock: 0 }
let keys = [newKey()]
let provider

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

// The clock of this process alone.
const Real = Date
globalThis.Date = class extends Real {
  constructor(...given) { given.length ? super(...given) : super(Real.now() + told.clock * 1000) }
  static now() { return Real.now() + told.clock * 1000 }
}

// What a token for our interface may say: whatever its client asks for of these.
function ofApi(ctx, audience) {
  return { audience, scope: 'plans:read caseworkers:read', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }
}

function made(issuer) {
  return new Provider(issuer, {
    clients: told.clients,
    jwks: { keys },
    cookies: { keys: ['a key for cookies that nobody keeps'] },
    acrValues: ['low', 'substantial'],
    claims: { openid: ['sub', 'cpr', 'roles', 'email', 'name'] },
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: { enabled: true, defaultResource: () => undefined, getResourceServerInfo: ofApi },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => { ctx.body = form } },
    },
    interactions: { url: (ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...told.people[id] }) }),
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    // It guards itself against addresses on this machine; exactly our own clients' back-channels may be asked.
    fetch(url, options) {
      const known = told.clients.some((client) => client.backchannel_logout_uri === String(url))
      if (known) delete options.dispatcher
      return globalThis.fetch(url, options)
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, ClientCredentials: 60, Grant: 7200, IdToken: 300, Interaction: 7200, Session: 7200 },
  })
}

async function control(request, response) {
  let body = ''
  for await (const part of request) body += part
  const { rotate, ...rest } = JSON.parse(body)
  Object.assign(told, rest)
  if (rotate) keys = [newKey()]
  provider = made(`http://127.0.0.1:${server.address().port}`)
  response.end('{}')
}

async function interaction(request, response) {
  if (told.next.cancel) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'Ring' })
  const { who, acr } = told.next
  return provider.interactionFinished(request, response, { login: { accountId: who, acr } })
}

const server = createServer(async (request, response) => {
  if (request.url === '/control') return control(request, response)
  if (told.delay && request.url === '/token') await sleep(told.delay)
  if (request.url.startsWith('/interaction/')) return interaction(request, response)
  return provider.callback()(request, response)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))

/// What RFC 9420 bids a client check, one case for one thing that can be wrong.
///
/// The raw value is the rule's lasting name: it stands in logs and in the validation table, and never changes its
/// meaning. What a decoder or a ratchet refuses by itself (`MLSError.malformed`, `.doesNotOpen`, `.wrongEpoch` …) has no
/// case here; the table lists it all the same.
public enum ValidationRule: String, Sendable, CaseIterable, Hashable {
    // MARK: §5, §6: keys, framing
    /// An HPKE public key is one of the group's KEM, and one that can be sealed to.
    case encryptionKeyForm = "encryption-key-form"
    /// A signature key has the form of the group's signature scheme.
    case signatureKeyForm = "signature-key-form"
    /// The application takes the credential of a leaf that comes in for its signature key's (`CredentialPolicy`).
    case credentialValid = "credential-valid"
    /// The application takes a leaf's new credential for a successor of the old one (`CredentialPolicy`).
    case credentialSuccessor = "credential-successor"
    /// A message, group or key package is of a protocol version that is spoken here.
    case messageVersion = "message-version"
    /// Application data travels as a PrivateMessage only.
    case applicationDataPrivate = "application-data-private"
    /// The signature over the framed content verifies with the sender's key.
    case messageSignature = "message-signature"
    /// The sending member's leaf exists and isn't blank.
    case senderIsMember = "sender-is-member"
    /// An external sender's index stands in the group's `external_senders`.
    case externalSenderKnown = "external-sender-known"
    /// An external sender sends proposals only.
    case externalSenderProposes = "external-sender-proposes"
    /// A new member's proposal is an Add.
    case newMemberProposalIsAdd = "new-member-proposal-is-add"
    /// The sender type `new_member_commit` carries a Commit.
    case newMemberCommitIsCommit = "new-member-commit-is-commit"
    /// A Commit's confirmation tag is the MAC of the new epoch.
    case confirmationTag = "confirmation-tag"
    /// A member's PublicMessage bears the MAC of the membership key.
    case membershipTag = "membership-tag"
    /// The padding of a PrivateMessage is all zero bytes.
    case paddingZero = "padding-zero"
    /// The leaf named by encrypted sender data isn't blank.
    case senderDataLeaf = "sender-data-leaf"

    // MARK: §7.1–7.3: nodes and leaves
    /// Unmerged leaves stand in increasing order, each once.
    case unmergedLeavesSorted = "unmerged-leaves-sorted"
    /// Capabilities that are made here don't list default extensions or proposals; a peer's may.
    case capabilitiesWithoutDefaults = "capabilities-without-defaults"
    /// A leaf's lifetime is no longer than the configured maximum.
    case leafLifetimeTotal = "leaf-lifetime-total"
    /// A leaf's capabilities list the type of its own credential.
    case leafCredentialListed = "leaf-credential-listed"
    /// A leaf's signature verifies with its own signature key.
    case leafSignature = "leaf-signature"
    /// A leaf supports the extensions that `required_capabilities` names.
    case leafRequiredExtensions = "leaf-required-extensions"
    /// A leaf supports the proposals that `required_capabilities` names.
    case leafRequiredProposals = "leaf-required-proposals"
    /// A leaf supports the credentials that `required_capabilities` names.
    case leafRequiredCredentials = "leaf-required-credentials"
    /// Every member supports the type of a leaf's credential.
    case leafCredentialSupported = "leaf-credential-supported"
    /// A leaf supports the credential types of all other members.
    case leafSupportsCredentials = "leaf-supports-credentials"
    /// The time lies within a key package leaf's lifetime.
    case leafLifetime = "leaf-lifetime"
    /// A leaf's capabilities list the non-default extensions that it carries.
    case leafExtensionsListed = "leaf-extensions-listed"
    /// The leaf of a key package says that it is one.
    case leafSourceKeyPackage = "leaf-source-key-package"
    /// The leaf of an Update says that it is one.
    case leafSourceUpdate = "leaf-source-update"
    /// The leaf of an UpdatePath says that it is one.
    case leafSourceCommit = "leaf-source-commit"
    /// An Update brings another encryption key than the leaf that it replaces.
    case updateKeyFresh = "update-key-fresh"
    /// No two members have the same signature key.
    case leafSignatureKeyUnique = "leaf-signature-key-unique"
    /// No two members have the same encryption key.
    case leafEncryptionKeyUnique = "leaf-encryption-key-unique"

    // MARK: §7.5–7.9: paths and hashes
    /// The root's parent hash is empty.
    case rootParentHash = "root-parent-hash"
    /// The committer's leaf signs the parent hash that its path results in.
    case commitParentHash = "commit-parent-hash"
    /// A path's public keys are those that its path secrets derive.
    case pathKeysFollow = "path-keys-follow"
    /// A path has one node for each of the committer's filtered direct path.
    case pathLength = "path-length"
    /// A path node has one ciphertext for each node of its copath's resolution.
    case pathCiphertextCount = "path-ciphertext-count"
    /// Every parent node is chained to exactly one leaf by parent hashes.
    case parentHash = "parent-hash"

    // MARK: §8: key schedule
    /// An ExternalInit's KEM output opens with the group's external key.
    case externalInitOutput = "external-init-output"
    /// A PSK's nonce has the length of the suite's hash.
    case pskNonceLength = "psk-nonce-length"

    // MARK: §10: key packages
    /// A key package's signature verifies with its leaf's signature key.
    case keyPackageSignature = "key-package-signature"
    /// A key package has the version of the message that carries it.
    case keyPackageMessageVersion = "key-package-message-version"
    /// A key package's leaf lists the extensions of the key package.
    case keyPackageExtensionsListed = "key-package-extensions-listed"
    /// A key package has the group's protocol version.
    case keyPackageVersion = "key-package-version"
    /// A key package has the group's cipher suite.
    case keyPackageCipherSuite = "key-package-cipher-suite"
    /// A key package's init key isn't its leaf's encryption key.
    case keyPackageInitKeyDiffers = "key-package-init-key-differs"

    // MARK: §11: requirements, reinitialisation, branching
    /// A leaf's capabilities list the group's protocol version.
    case leafSupportsVersion = "leaf-supports-version"
    /// A leaf's capabilities list the group's cipher suite.
    case leafSupportsCipherSuite = "leaf-supports-cipher-suite"
    /// The Welcome of a reinitialised group names the old group and its last epoch.
    case reinitWelcomePSK = "reinit-welcome-psk"
    /// The group that follows a ReInit has the group ID of the proposal.
    case reinitWelcomeGroupID = "reinit-welcome-group-id"
    /// The group that follows a ReInit has the version of the proposal.
    case reinitWelcomeVersion = "reinit-welcome-version"
    /// The group that follows a ReInit has the cipher suite of the proposal.
    case reinitWelcomeCipherSuite = "reinit-welcome-cipher-suite"
    /// The group that follows a ReInit has the extensions of the proposal.
    case reinitWelcomeExtensions = "reinit-welcome-extensions"
    /// A branched group has the cipher suite of the group it comes from.
    case branchWelcomeCipherSuite = "branch-welcome-cipher-suite"

    // MARK: §12.1: proposals
    /// A Remove names a leaf that isn't blank.
    case removeNamesMember = "remove-names-member"
    /// A PSK of usage `reinit` occurs in a reinitialisation only.
    case pskReinitContext = "psk-reinit-context"
    /// A PSK of usage `branch` occurs in a branching only.
    case pskBranchContext = "psk-branch-context"
    /// A ReInit doesn't lower the protocol version.
    case reinitVersion = "reinit-version"
    /// Every member supports the `required_capabilities` that a proposal sets.
    case requiredCapabilitiesMet = "required-capabilities-met"
    /// An external sender proposes only what the RFC lets it propose.
    case externalProposalType = "external-proposal-type"

    // MARK: §12.2: lists of proposals
    /// A Commit covers no Update of its own committer.
    case updateNotByCommitter = "update-not-by-committer"
    /// A Commit doesn't remove its own committer.
    case removeNotOfCommitter = "remove-not-of-committer"
    /// No two Updates or Removes of a Commit apply to one leaf.
    case leafChangedOnce = "leaf-changed-once"
    /// No two Adds of a Commit bring the same client.
    case addedOnce = "added-once"
    /// An Add brings a client that isn't a member, unless the Commit removes that one.
    case addedNotMember = "added-not-member"
    /// No two PreSharedKey proposals of a Commit name the same PSK.
    case pskOnce = "psk-once"
    /// A Commit covers at most one GroupContextExtensions.
    case groupContextExtensionsOnce = "group-context-extensions-once"
    /// A ReInit is the only proposal of its Commit.
    case reinitAlone = "reinit-alone"
    /// A member's Commit covers no ExternalInit.
    case externalInitByNewMember = "external-init-by-new-member"
    /// An external Commit covers exactly one ExternalInit.
    case externalCommitInitOnce = "external-commit-init-once"
    /// An external Commit covers at most one Remove.
    case externalCommitRemoveOnce = "external-commit-remove-once"
    /// An external Commit covers ExternalInit, Remove and PreSharedKey only.
    case externalCommitProposalType = "external-commit-proposal-type"
    /// A member that joins anew brings another encryption key than its removed leaf had.
    case externalCommitKeyFresh = "external-commit-key-fresh"

    // MARK: §12.4: commits
    /// A Commit has a path if it covers nothing, or a proposal that requires one.
    case commitPathRequired = "commit-path-required"
    /// Nothing is sealed while valid proposals of the epoch wait for a Commit.
    case applicationDataAfterCommit = "application-data-after-commit"
    /// The committer's leaf has another encryption key than before.
    case commitKeyFresh = "commit-key-fresh"
    /// A path's public keys are distinct and in no other node of the new tree.
    case pathKeysUnique = "path-keys-unique"
    /// A path secret has the length of the suite's hash.
    case pathSecretLength = "path-secret-length"

    // MARK: §12.4.3: joining
    /// A new member isn't in a group of that ID already.
    case groupIDUnique = "group-id-unique"
    /// A GroupInfo's signature verifies with its signer's key.
    case groupInfoSignature = "group-info-signature"
    /// A GroupInfo's signer is a leaf that isn't blank.
    case groupInfoSigner = "group-info-signer"
    /// A Welcome is addressed to the key package that opens it.
    case welcomeKeyPackage = "welcome-key-package"
    /// A Welcome has the cipher suite of the key package.
    case welcomeCipherSuite = "welcome-cipher-suite"
    /// A Welcome names at most one PSK of usage `reinit` or `branch`.
    case welcomeResumptionOnce = "welcome-resumption-once"
    /// A GroupInfo has the cipher suite of the key package.
    case groupInfoCipherSuite = "group-info-cipher-suite"
    /// The ratchet tree has the tree hash of the GroupContext.
    case treeHash = "tree-hash"
    /// An unmerged leaf isn't blank.
    case unmergedLeafMember = "unmerged-leaf-member"
    /// An unmerged leaf lies below its parent node.
    case unmergedLeafDescendant = "unmerged-leaf-descendant"
    /// Every parent node between an unmerged leaf and its node lists it, too.
    case unmergedLeafBetween = "unmerged-leaf-between"
    /// A parent node's encryption key is in no other node.
    case parentKeyUnique = "parent-key-unique"
    /// A leaf of the tree is that of the joiner's key package.
    case joinerLeaf = "joiner-leaf"
    /// The path secret of a Welcome derives the keys of the joiner's direct path.
    case joinerPathSecret = "joiner-path-secret"
    /// A GroupInfo's confirmation tag is the MAC of its epoch.
    case groupInfoConfirmationTag = "group-info-confirmation-tag"
    /// A reinitialised or branched group begins with epoch 1.
    case resumptionEpoch = "resumption-epoch"
    /// A Welcome of usage `reinit` follows a Commit of a ReInit.
    case reinitWelcomeCommit = "reinit-welcome-commit"
    /// All members of the old group are in the reinitialised one.
    case reinitWelcomeMembers = "reinit-welcome-members"
    /// All members of a branched group are in the group it comes from.
    case branchWelcomeMembers = "branch-welcome-members"
    /// A GroupInfo for an external join carries `external_pub`.
    case externalKeyPresent = "external-key-present"
    /// An external Commit has a path.
    case externalCommitPath = "external-commit-path"
    /// An external Commit names no proposal by reference.
    case externalCommitByValue = "external-commit-by-value"
    /// A ratchet tree's last node isn't blank.
    case treeLastNode = "tree-last-node"
    /// Leaves and parent nodes stand in their places of a ratchet tree.
    case treeNodeKind = "tree-node-kind"

    // MARK: §13: extensions
    /// A leaf has no two extensions of one type.
    case leafExtensionsOnce = "leaf-extensions-once"
    /// A key package has no two extensions of one type.
    case keyPackageExtensionsOnce = "key-package-extensions-once"
    /// A GroupContext, or a proposal that sets one, has no two extensions of one type.
    case groupExtensionsOnce = "group-extensions-once"
    /// A GroupInfo has no two extensions of one type.
    case groupInfoExtensionsOnce = "group-info-extensions-once"
    /// A leaf that comes in supports every extension of the GroupContext.
    case leafGroupExtensions = "leaf-group-extensions"
    /// A joiner supports every extension of the GroupContext.
    case joinerGroupExtensions = "joiner-group-extensions"
    /// Every member supports the extensions that a proposal sets.
    case groupExtensionsSupported = "group-extensions-supported"
}

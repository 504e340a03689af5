extension ValidationRule {
    /// The clause of RFC 9420 that the rule comes from, like "7.3".
    public var clause: String {
        switch self {
        case .encryptionKeyForm, .signatureKeyForm: "5.1.1"
        case .credentialValid, .credentialSuccessor: "5.3.1"
        case .messageVersion, .applicationDataPrivate: "6"
        case .messageSignature, .senderIsMember, .externalSenderKnown, .externalSenderProposes,
            .newMemberProposalIsAdd, .newMemberCommitIsCommit, .confirmationTag:
            "6.1"
        case .membershipTag: "6.2"
        case .paddingZero: "6.3.1"
        case .senderDataLeaf: "6.3.2"
        case .unmergedLeavesSorted: "7.1"
        case .capabilitiesWithoutDefaults, .leafLifetimeTotal, .leafCredentialListed: "7.2"
        case .leafSignature, .leafRequiredExtensions, .leafRequiredProposals, .leafRequiredCredentials,
            .leafCredentialSupported, .leafSupportsCredentials, .leafLifetime, .leafExtensionsListed,
            .leafSourceKeyPackage, .leafSourceUpdate, .leafSourceCommit, .updateKeyFresh, .leafSignatureKeyUnique,
            .leafEncryptionKeyUnique:
            "7.3"
        case .rootParentHash, .commitParentHash, .pathKeysFollow: "7.5"
        case .pathLength, .pathCiphertextCount: "7.6"
        case .parentHash: "7.9.2"
        case .externalInitOutput: "8.3"
        case .pskNonceLength: "8.4"
        case .keyPackageMessageVersion, .keyPackageExtensionsListed: "10"
        case .keyPackageSignature, .keyPackageVersion, .keyPackageCipherSuite, .keyPackageInitKeyDiffers: "10.1"
        case .leafSupportsVersion, .leafSupportsCipherSuite: "11.1"
        case .reinitWelcomePSK, .reinitWelcomeGroupID, .reinitWelcomeVersion, .reinitWelcomeCipherSuite,
            .reinitWelcomeExtensions:
            "11.2"
        case .branchWelcomeCipherSuite: "11.3"
        case .removeNamesMember: "12.1.3"
        case .pskReinitContext, .pskBranchContext: "12.1.4"
        case .reinitVersion: "12.1.5"
        case .requiredCapabilitiesMet: "12.1.7"
        case .externalProposalType: "12.1.8"
        case .updateNotByCommitter, .removeNotOfCommitter, .leafChangedOnce, .addedOnce, .addedNotMember, .pskOnce,
            .groupContextExtensionsOnce, .reinitAlone, .externalInitByNewMember, .externalCommitInitOnce,
            .externalCommitRemoveOnce, .externalCommitProposalType, .externalCommitKeyFresh:
            "12.2"
        case .commitPathRequired, .applicationDataAfterCommit: "12.4"
        case .commitKeyFresh, .pathKeysUnique, .pathSecretLength: "12.4.2"
        case .groupIDUnique, .groupInfoSignature: "12.4.3"
        case .groupInfoSigner, .welcomeKeyPackage, .welcomeCipherSuite, .welcomeResumptionOnce, .groupInfoCipherSuite,
            .treeHash, .unmergedLeafMember, .unmergedLeafDescendant, .unmergedLeafBetween, .parentKeyUnique,
            .joinerLeaf, .joinerPathSecret, .groupInfoConfirmationTag, .resumptionEpoch, .reinitWelcomeCommit,
            .reinitWelcomeMembers, .branchWelcomeMembers:
            "12.4.3.1"
        case .externalKeyPresent, .externalCommitPath, .externalCommitByValue: "12.4.3.2"
        case .treeLastNode, .treeNodeKind: "12.4.3.3"
        case .leafExtensionsOnce, .keyPackageExtensionsOnce, .groupExtensionsOnce, .groupInfoExtensionsOnce,
            .leafGroupExtensions, .joinerGroupExtensions, .groupExtensionsSupported:
            "13.4"
        }
    }
}
